package org.parley.seal;

import java.util.List;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Seal;

/// The seal in CMS (RFC 5652): signatures and envelopes that other tools read too. May be used by
/// several threads.
public final class CmsSeal implements Seal {

  private static final int LARGEST = Doorway.LARGEST_PARCEL;

  private final IdentityKeys identity;
  private final HeldKeys held;
  private final DoubleSignature signing;
  private final SignatureCheck checking;
  private final NestedEnvelope sealing;
  private final EnvelopeOpening opening;

  private CmsSeal(Suite suite, IdentityKeys identity, HeldKeys held) {
    this.identity = identity;
    this.held = held;
    this.signing = new DoubleSignature(suite, identity);
    this.checking = new SignatureCheck(suite, LARGEST);
    this.sealing = new NestedEnvelope(suite);
    this.opening = new EnvelopeOpening(suite, LARGEST);
  }

  /// A seal in the first suite with these keys; the ring may gain and lose periods while the seal
  /// is in use.
  public static CmsSeal with(IdentityKeys identity, SoftwareKeyRing ring) {
    return new CmsSeal(Suite.FIRST, identity, ring::pairs);
  }

  @Override
  public SigningCertificates certificates() {
    return identity.certificates();
  }

  @Override
  public Octets sign(Octets content) {
    return signing.sign(content);
  }

  @Override
  public Checked<Octets> claimed(Octets signed) {
    return asValue(() -> checking.claimed(signed));
  }

  @Override
  public Checked<Octets> verify(Octets signed, SigningCertificates of) {
    return asValue(() -> checking.check(signed, of));
  }

  @Override
  public Checked<NodeRecord> check(NodeRecord record) {
    return PublicKeys.check(record);
  }

  @Override
  public Octets seal(Octets content, List<SealingKeys> to) {
    return sealing.seal(content, to);
  }

  @Override
  public boolean isFor(Octets sealed, List<SealingKeys> keys) {
    try {
      return opening.isFor(sealed, keys);
    } catch (Refusal _) {
      return false;
    }
  }

  @Override
  public Checked<Octets> open(Octets sealed) {
    return asValue(() -> opening.open(sealed, held.pairs()));
  }

  private static Checked<Octets> asValue(Attempt attempt) {
    try {
      return new Checked.Sound<>(attempt.result(), List.of());
    } catch (Refusal refusal) {
      return refusal.asValue();
    }
  }

  @FunctionalInterface
  private interface Attempt {
    Octets result() throws Refusal;
  }
}
