package org.parley.cli;

import java.util.List;
import org.parley.core.issue.Issue;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;

final class CaseRun {
  CaseRun(Library library, ScaleEdition edition) {}

  List<Issue> run(Parsed file) {
    return List.of();
  }
}
