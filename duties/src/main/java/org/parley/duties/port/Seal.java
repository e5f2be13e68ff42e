package org.parley.duties.port;

import java.util.List;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;

/// Signs, checks, seals and opens with one node's keys; nobody else touches them.
///
/// A refusal says by name what did not hold: `SIGNATURE_WRONG`, `SIGNATURE_MISSING` and the like. A
/// key store that cannot be reached is a fault: [UnreachableException].
public interface Seal {

  /// Our own certificates.
  SigningCertificates certificates();

  /// The content inside a signature that counts only whole: classical, with the post-quantum one
  /// beside it.
  Octets sign(Octets content);

  /// The content as it stands inside a signature, nothing checked: only to learn who claims to
  /// speak, and never to act on.
  Checked<Octets> claimed(Octets signed);

  /// The content, if both signatures are these certificates' and cover it exactly.
  Checked<Octets> verify(Octets signed, SigningCertificates of);

  /// The record, if no key in it is weak or malformed; asked before a record is first believed.
  Checked<NodeRecord> check(NodeRecord record);

  /// Sealed so that each of these keys opens it, and no other; all of them belong to one party.
  Octets seal(Octets content, List<SealingKeys> to);

  /// Whether something sealed says that one of these keys opens it. Nothing is opened, and nothing
  /// is proved: only to learn of a parcel of one's own whether it can still be opened there.
  boolean isFor(Octets sealed, List<SealingKeys> keys);

  /// What was sealed to one of our keys that still exists. Nothing is handed out before all of it
  /// is checked.
  Checked<Octets> open(Octets sealed);
}
