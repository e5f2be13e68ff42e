package org.parley.exchange;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Seal;
import org.parley.seal.CmsSeal;
import org.parley.seal.IdentityKeys;
import org.parley.seal.key.KeyFolder;

/// The seal of a node whose identity is renewed from time to time: it signs with the identity that
/// the node's own last entry names, so that an entry in the books is what changes it and nothing
/// else. May be used by several threads.
final class NodeSeal implements Seal {

  private final KeyFolder keys;
  private volatile CmsSeal present;

  /// @param named the certificates in our own last entry; empty before the first
  NodeSeal(KeyFolder keys, Optional<SigningCertificates> named) {
    this.keys = keys;
    this.present = with(identity(named));
  }

  /// Signs with these from now on, if their keys are here.
  void turn(Optional<SigningCertificates> named) {
    if (!named.equals(Optional.of(present.certificates()))) {
      keys.refresh();
      present = with(identity(named));
    }
  }

  /// The seal by one of the node's identities.
  CmsSeal with(IdentityKeys identity) {
    return CmsSeal.with(identity, keys.ring());
  }

  private IdentityKeys identity(Optional<SigningCertificates> named) {
    return keys.identities().stream()
        .filter(each -> named.equals(Optional.of(each.certificates())))
        .findFirst()
        .orElseGet(keys::identity);
  }

  @Override
  public SigningCertificates certificates() {
    return present.certificates();
  }

  @Override
  public Octets sign(Octets content) {
    return present.sign(content);
  }

  @Override
  public Checked<Octets> claimed(Octets signed) {
    return present.claimed(signed);
  }

  @Override
  public Checked<Octets> verify(Octets signed, SigningCertificates of) {
    return present.verify(signed, of);
  }

  @Override
  public Checked<NodeRecord> check(NodeRecord record) {
    return present.check(record);
  }

  @Override
  public Octets seal(Octets content, List<SealingKeys> to) {
    return present.seal(content, to);
  }

  @Override
  public boolean isFor(Octets sealed, List<SealingKeys> to) {
    return present.isFor(sealed, to);
  }

  @Override
  public Checked<Octets> open(Octets sealed) {
    return present.open(sealed);
  }
}
