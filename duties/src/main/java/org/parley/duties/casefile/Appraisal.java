package org.parley.duties.casefile;

import java.util.List;
import org.parley.core.casefile.view.SeenCase;
import org.parley.duties.port.Cases;

/// Reads off a case, as far as some readers see it, how grave it is and what is due next.
@FunctionalInterface
public interface Appraisal {

  Result of(SeenCase seen);

  /// @param types keys of the types that surely apply
  record Result(Cases.Gauge gauge, List<String> types) {
    public static final Result NOTHING = new Result(Cases.Gauge.NONE, List.of());
  }
}
