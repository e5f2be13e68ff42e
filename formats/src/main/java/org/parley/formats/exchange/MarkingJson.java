package org.parley.formats.exchange;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Party;
import tools.jackson.core.JsonGenerator;

/// Markings as JSON objects.
public final class MarkingJson {

  private static final int LONGEST_WORD = 100;

  private MarkingJson() {}

  public static void write(JsonGenerator json, Marking marking) {
    json.writeStartObject();
    json.writeStringProperty("tlp", marking.tlp().word());
    marking.pap().ifPresent(pap -> json.writeStringProperty("pap", pap.name()));
    if (!marking.grades().isEmpty()) {
      json.writeArrayPropertyStart("grades");
      for (SecrecyGrade grade : marking.grades()) {
        json.writeStartObject();
        json.writeStringProperty("state", grade.state().code());
        json.writeStringProperty("words", grade.words());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!marking.unknown().isEmpty()) {
      JsonBytes.texts(json, "unknown", marking.unknown());
    }
    json.writeEndObject();
  }

  /// A marking; levels that are not known are kept word for word and count as the strictest.
  public static Optional<Marking> read(Typed typed) {
    TreeSet<String> unknown = new TreeSet<>();
    Optional<String> tlpWord = typed.text("tlp", LONGEST_WORD);
    Optional<String> papWord = typed.maybeText("pap", LONGEST_WORD);
    Tlp tlp = tlpWord.flatMap(Tlp::parse).orElse(Tlp.RED);
    tlpWord.filter(word -> Tlp.parse(word).isEmpty()).ifPresent(word -> unknown.add("TLP:" + word));
    Optional<Pap> pap = papWord.map(word -> Pap.parse(word).orElse(Pap.RED));
    papWord.filter(word -> Pap.parse(word).isEmpty()).ifPresent(word -> unknown.add("PAP:" + word));
    TreeSet<SecrecyGrade> grades = new TreeSet<>();
    boolean sound = tlpWord.isPresent();
    for (Typed each : typed.maps("grades", 100)) {
      Optional<Party> state = each.as("state", "State such as XA", Party::parse);
      Optional<String> words = each.text("words", Marking.LONGEST);
      each.end();
      sound &= state.isPresent() && words.isPresent();
      state.ifPresent(who -> words.ifPresent(said -> grades.add(new SecrecyGrade(who, said))));
    }
    if (typed.has("unknown")) {
      Optional<List<String>> others = typed.texts("unknown", 100, Marking.LONGEST);
      sound &= others.isPresent();
      others.ifPresent(unknown::addAll);
    }
    typed.end();
    return sound ? Optional.of(new Marking(tlp, pap, grades, unknown)) : Optional.empty();
  }
}
