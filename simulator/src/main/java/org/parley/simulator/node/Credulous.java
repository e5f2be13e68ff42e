package org.parley.simulator.node;

import java.util.List;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Seal;

/// A seal that believes every signature: a control, to see whether anybody notices.
record Credulous(Seal seal) implements Seal {

  @Override
  public SigningCertificates certificates() {
    return seal.certificates();
  }

  @Override
  public Octets sign(Octets content) {
    return seal.sign(content);
  }

  @Override
  public Checked<Octets> claimed(Octets signed) {
    return seal.claimed(signed);
  }

  @Override
  public Checked<Octets> verify(Octets signed, SigningCertificates of) {
    return seal.claimed(signed);
  }

  @Override
  public Checked<NodeRecord> check(NodeRecord record) {
    return seal.check(record);
  }

  @Override
  public Octets seal(Octets content, List<SealingKeys> to) {
    return seal.seal(content, to);
  }

  @Override
  public boolean isFor(Octets sealed, List<SealingKeys> keys) {
    return seal.isFor(sealed, keys);
  }

  @Override
  public Checked<Octets> open(Octets sealed) {
    return seal.open(sealed);
  }
}
