package org.parley.cli.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import picocli.CommandLine.Option;

/// How an incident or one of its facts is to be marked.
final class MarkOption {

  @Option(
      names = "--tlp",
      paramLabel = "WORD",
      description = "RED, AMBER+STRICT, AMBER, GREEN or CLEAR.")
  private Optional<String> tlp = Optional.empty();

  @Option(names = "--pap", paramLabel = "WORD", description = "RED, AMBER, GREEN or CLEAR.")
  private Optional<String> pap = Optional.empty();

  @Option(
      names = "--grade",
      paramLabel = "STATE=WORDS",
      description = "The secrecy grade of a State, in its own words; may be said for several.")
  private Map<String, String> grades = new LinkedHashMap<>();

  @Option(
      names = "--fact",
      paramLabel = "FACT",
      description = "Marks this fact more strictly than the incident.")
  private Optional<String> fact = Optional.empty();

  @Option(
      names = "--potential",
      description = "What the fact could have been, and not what it was.")
  private boolean potential;

  @Option(names = "--none", description = "The fact is no longer marked apart.")
  private boolean none;

  /// What cannot stand together, or is no word of a marking.
  Optional<String> mistake() {
    if (tlp.isPresent() && Tlp.parse(tlp.get()).isEmpty()) {
      return Optional.of("--tlp: there is no marking \"%s\"".formatted(tlp.get()));
    }
    if (pap.isPresent() && Pap.parse(pap.get()).isEmpty()) {
      return Optional.of("--pap: there is no marking \"%s\"".formatted(pap.get()));
    }
    Optional<String> unknown =
        grades.keySet().stream().filter(state -> Party.parse(state).isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return Optional.of("--grade: \"%s\" is the code of no State".formatted(unknown.get()));
    }
    boolean more = pap.isPresent() || !grades.isEmpty() || (fact.isPresent() && !none);
    if (tlp.isEmpty() && more) {
      return Optional.of("--tlp: a marking has a TLP");
    }
    if (none && (tlp.isPresent() || fact.isEmpty())) {
      return Optional.of("--none: goes with --fact, and without a marking");
    }
    return potential && fact.isEmpty()
        ? Optional.of("--potential: goes with --fact")
        : Optional.empty();
  }

  /// Whether anything is to be marked, and not only told.
  boolean changes() {
    return tlp.isPresent() || none;
  }

  /// Where it is sent, below the address of the incident.
  String place() {
    return fact.isPresent() ? "/fact-markings" : "/marking";
  }

  Octets body() {
    return JsonBytes.write(json -> {
      fact.ifPresent(name -> json.writeStringProperty("fact", name));
      if (potential) {
        json.writeBooleanProperty("potential", true);
      }
      tlp.flatMap(Tlp::parse)
          .ifPresent(word -> {
            json.writeName("marking");
            MarkingJson.write(json, marking(word));
          });
    });
  }

  private Marking marking(Tlp word) {
    SortedSet<SecrecyGrade> said = new TreeSet<>();
    grades.forEach((state, words) ->
        Party.parse(state).ifPresent(who -> said.add(new SecrecyGrade(who, words))));
    return new Marking(word, pap.flatMap(Pap::parse), said, new TreeSet<>());
  }
}
