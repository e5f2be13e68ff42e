package org.parley.formats.archive;

import java.util.List;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Issue;

/// Says what is written about an incident that was read.
public interface LineMaker {

  /// One line without its end.
  ///
  /// @param report the loss report: notes, none of them an error
  String lineFor(Incident incident, List<Issue> report);
}
