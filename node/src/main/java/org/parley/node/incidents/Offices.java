package org.parley.node.incidents;

import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.terms.Party;

/// Offices in forms.
public final class Offices {

  /// An office that no node has: it is refused where offices are.
  private static final OfficeId NOBODYS = new OfficeId(new Party("nobody"), OfficeKind.POLICY);

  private Offices() {}

  /// Forms offer the offices that there are; anything else is nobody's.
  public static OfficeId of(String text) {
    return OfficeId.parse(text).orElse(NOBODYS);
  }
}
