package org.parley.conformance.cases;

import java.util.List;
import org.parley.core.scale.WorkedCase;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.parley.cases.CasesReader;

/// The worked cases beside an edition.
final class WorkedCases {

  private WorkedCases() {}

  static List<WorkedCase> of(EditionName name, Library library) {
    return CasesReader.read(
            library.cases(name).orElseThrow().tree(),
            library.edition(name).orThrow(),
            library.catalogue())
        .orThrow();
  }
}
