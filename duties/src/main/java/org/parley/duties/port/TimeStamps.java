package org.parley.duties.port;

import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A time-stamp authority after RFC 3161.
@FunctionalInterface
public interface TimeStamps {

  /// A token over this digest, in DER; refused where the authority says no.
  Checked<Octets> stamp(Digest imprint);
}
