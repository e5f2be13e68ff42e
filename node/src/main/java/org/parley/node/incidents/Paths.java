package org.parley.node.incidents;

import org.parley.core.casefile.deed.CaseId;
import org.parley.node.web.AbsentException;

/// Names of incidents in addresses.
public final class Paths {

  public static final String ALL = "/incidents";
  public static final String ONE = "/incidents/{id}";

  private Paths() {}

  /// What is no name of an incident is not there.
  public static CaseId id(String text) {
    return CaseId.parse(text).orElseThrow(AbsentException::new);
  }

  public static String of(CaseId id) {
    return ALL + "/" + id;
  }
}
