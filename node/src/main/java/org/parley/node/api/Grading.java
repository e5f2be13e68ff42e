package org.parley.node.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.Assessment;
import org.parley.desk.Classifiers;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.TypesFound;
import org.parley.node.web.Visit;

/// Incidents on the scales that a program names. Files are not named over the network, only scales.
record Grading(Shelf shelf, Selection selection, boolean changes, List<Issue> problems) {

  /// @param scales ids, or ids with editions; all where none is named
  /// @param day the deciding day to use, whatever the incident says
  /// @param changes whether to tell what single fact would change each result
  static Grading of(
      Visit visit,
      Classifiers classifiers,
      List<String> scales,
      Optional<LocalDate> day,
      boolean changes) {
    Selection selection = new Selection(classifiers, day, visit.now());
    List<Issue> problems =
        new ScaleChoice(visit.shelf().library())
            .chooseById(scales, day, selection).issues().stream().filter(Issue::isError).toList();
    return new Grading(visit.shelf(), selection, changes, problems);
  }

  String line(Checked.Sound<Incident> record) {
    Incident incident = record.value();
    return Assessment.of(incident, incident.latest(), selection, changes, record.issues())
        .json(new TypesFound(shelf).of(incident.latest()), shelf.library().catalogue());
  }
}
