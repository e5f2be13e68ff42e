package org.parley.duties;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.core.classify.Classifier;
import org.parley.core.exchange.Severity;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.outcome.Classification;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.tree.Limits;

/// Computes with our own library which grades an edition finds possible on released facts alone: to
/// state it ourselves, and to see whether what another State states is what its facts give.
public final class RecomputeSeverity {

  /// One line of YAML: what another State wrote must not become another part of the file.
  private static final Pattern LINE =
      Pattern.compile(
          "[A-Za-z](?:[^\\s]{0,118}[^\\s:])?: [^\\p{Cntrl}\\u0085\\u2028\\u2029]{1,2000}");

  private final Library library;

  public RecomputeSeverity(Library library) {
    this.library = library;
  }

  /// What came of computing again.
  public sealed interface Recomputed {

    /// Exactly the grades that are stated.
    record Same(List<String> grades) implements Recomputed {}

    /// Other grades than are stated.
    record Different(List<String> ours) implements Recomputed {}

    /// It cannot be computed here.
    record Unable(String why) implements Recomputed {}

    /// What it means for whoever reads the statement; nothing where it agrees.
    default Optional<Issue> note() {
      return switch (this) {
        case Same _ -> Optional.empty();
        case Different(List<String> ours) ->
            Optional.of(
                note(
                    IssueCode.SEVERITY_DIFFERS,
                    "on the facts released our library finds " + String.join(", ", ours)));
        case Unable(String why) -> Optional.of(note(IssueCode.SEVERITY_NOT_RECOMPUTED, why));
      };
    }

    private static Issue note(IssueCode code, String message) {
      return new Issue(code, Place.of("severity"), message, Optional.empty());
    }
  }

  /// @param day the deciding day, as far as figures of a year count
  public Recomputed run(Severity.Basis basis, LocalDate day) {
    Severity.Edition named = basis.edition();
    EditionName name = new EditionName(named.scale(), named.edition());
    if (!library.editions().contains(name)) {
      return new Recomputed.Unable("the edition " + name + " is not in our library");
    }
    Checked<ScaleEdition> edition = library.edition(name);
    if (!(edition instanceof Checked.Sound<ScaleEdition>(ScaleEdition ours, _))) {
      return new Recomputed.Unable("our own edition " + name + " cannot be read");
    }
    if (!ours.digest().equals(named.digest())) {
      return new Recomputed.Unable("our edition " + name + " has another text");
    }
    Checked<List<String>> computed = possible(ours, basis.facts(), day);
    return switch (computed) {
      case Checked.Sound<List<String>>(List<String> grades, _) ->
          Set.copyOf(grades).equals(Set.copyOf(basis.possible()))
              ? new Recomputed.Same(grades)
              : new Recomputed.Different(grades);
      case Checked.Refused<List<String>>(List<Issue> reasons) ->
          new Recomputed.Unable("its facts cannot be read: " + reasons.getFirst().message());
    };
  }

  /// The grades that are possible on these facts alone, by their words.
  ///
  /// @param facts each as `key: value` in the notation of incident files
  public Checked<List<String>> possible(ScaleEdition edition, List<String> facts, LocalDate day) {
    return sheet(edition, facts, day)
        .map(sheet -> classifier(edition, day).possible(sheet).stream().map(Grade::word).toList());
  }

  /// The same with its reasons.
  public Checked<Classification> classified(
      ScaleEdition edition, List<String> facts, LocalDate day) {
    return sheet(edition, facts, day).map(classifier(edition, day)::classify);
  }

  private Classifier classifier(ScaleEdition edition, LocalDate day) {
    return new Classifier(edition, library.catalogue(), day);
  }

  private Checked<Sheet> sheet(ScaleEdition edition, List<String> facts, LocalDate day) {
    Catalogue catalogue = library.catalogue();
    KnownFacts known =
        KnownFacts.of(
            catalogue,
            scale ->
                scale.equals(edition.heading().id())
                    ? Optional.of(edition.vocabulary().judgements().values())
                    : Optional.empty());
    return incident(facts, day)
        .then(file -> IncidentReader.read(file, known))
        .map(incident -> incident.revisions().getLast().sheet());
  }

  private static Checked<Parsed> incident(List<String> facts, LocalDate day) {
    Issues issues = new Issues();
    StringBuilder text = new StringBuilder("incident: released-facts\nrealm: real\nrevisions:\n");
    text.append("  - revision: 1\n    at: ").append(day).append("T00:00:00Z\n");
    text.append("    by: as released\n    facts:\n");
    for (String fact : facts) {
      if (!LINE.matcher(fact).matches()) {
        issues.add(
            IssueCode.WRONG_SHAPE,
            Place.of("severity"),
            "a fact is one line, such as `key: value`");
      }
      text.append("      ").append(fact).append('\n');
    }
    Optional<Parsed> parsed =
        issues.hasErrors()
            ? Optional.empty()
            : Parsed.of(
                text.toString().getBytes(StandardCharsets.UTF_8),
                "facts.yaml",
                Limits.DOCUMENT,
                issues);
    return parsed.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(parsed.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }
}
