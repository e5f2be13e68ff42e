package org.parley.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Issue;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.Flip;
import org.parley.desk.voice.Score;
import org.parley.formats.result.ResultLine;

/// One incident at one revision, with what each chosen scale says of it.
///
/// @param notes what its importer lost or doubted
public record Assessment(
    Incident incident, Revision revision, List<Finding> findings, List<Issue> notes) {

  /// What one chosen scale says.
  public sealed interface Finding {

    /// @param flips the single-fact changes, where they were asked for
    record Made(Classification classification, Optional<List<Flip>> flips) implements Finding {}

    record NotInForce(Selection.Found.NotInForce found) implements Finding {}
  }

  public static Assessment of(
      Incident incident,
      Revision revision,
      Selection selection,
      boolean withFlips,
      List<Issue> notes) {
    Sheet sheet = revision.sheet();
    List<Finding> findings = new ArrayList<>();
    for (Selection.Found found : selection.forRevision(revision)) {
      findings.add(
          switch (found) {
            case Selection.Found.NotInForce none -> new Finding.NotInForce(none);
            case Selection.Found.Edition(_, _, var classifier) ->
                new Finding.Made(
                    classifier.classify(sheet),
                    withFlips ? Optional.of(classifier.flips(sheet)) : Optional.empty());
          });
    }
    return new Assessment(incident, revision, findings, notes);
  }

  public List<Finding.Made> made() {
    return findings.stream()
        .filter(Finding.Made.class::isInstance)
        .map(Finding.Made.class::cast)
        .toList();
  }

  public List<Finding.NotInForce> notInForce() {
    return findings.stream()
        .filter(Finding.NotInForce.class::isInstance)
        .map(Finding.NotInForce.class::cast)
        .toList();
  }

  /// @param catalogue without the judgements of any edition
  public String json(List<ResultLine.Types> types, Catalogue catalogue) {
    List<ResultLine.Said> said =
        made().stream()
            .map(made ->
                new ResultLine.Said(
                    made.classification(),
                    Score.decimals(made.classification().edition().rule()),
                    made.flips()))
            .toList();
    return ResultLine.of(new ResultLine.Result(incident, revision, types, said, notes), catalogue);
  }
}
