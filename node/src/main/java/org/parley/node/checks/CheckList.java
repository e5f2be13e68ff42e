package org.parley.node.checks;

import java.util.List;
import org.parley.core.check.Check;
import org.parley.node.web.Visit;

/// The list of an office's checks, the one planned last coming first.
public record CheckList(Visit visit, List<Check> checks) {

  public CheckList {
    checks = List.copyOf(checks);
  }

  public String stage(Check check) {
    return CheckPage.stageWord(visit, check.stage(visit.now()));
  }

  public String rung(Check check) {
    return CheckPage.rung(visit, check);
  }
}
