package org.parley.duties.twin;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.duties.port.KeyRing;
import org.parley.duties.port.Seal;

/// A seal that keeps every promise of a real one inside one Java process, and is a hundred times as
/// fast: a signature is a keyed digest that only [TwinKeys] can make or check, a sealed document is
/// enciphered under a key that only holders of the named sealing keys get.
///
/// The same calls in the same order give the same bytes. It hides nothing from somebody with a
/// debugger and is never used between real nodes.
public final class TwinSeal implements Seal {

  private static final byte[] SIGNED = TwinKeys.bytes("twin signed/1\n");
  private static final int MARK = 32;
  private static final int SIGNED_OVERHEAD = SIGNED.length + 2 * MARK;

  private final TwinKeys keys;
  private final SigningCertificates certificates;
  private final TwinKeyRing ring;
  private final TwinEnvelope envelope;

  TwinSeal(TwinKeys keys, SigningCertificates certificates) {
    this(keys, certificates, new TwinKeyRing(keys, certificates.fingerprint().brief()));
  }

  private TwinSeal(TwinKeys keys, SigningCertificates certificates, TwinKeyRing ring) {
    this.keys = keys;
    this.certificates = certificates;
    this.ring = ring;
    this.envelope = new TwinEnvelope(keys, certificates.fingerprint().brief());
  }

  /// The seal of the same node with other certificates; its sealing keys stay.
  TwinSeal by(SigningCertificates others) {
    return new TwinSeal(keys, others, ring);
  }

  /// The ring whose keys open what is sealed to this node.
  public KeyRing ring() {
    return ring;
  }

  @Override
  public SigningCertificates certificates() {
    return certificates;
  }

  @Override
  public Octets sign(Octets content) {
    byte[] inside = content.toArray();
    ByteBuffer out = ByteBuffer.allocate(SIGNED_OVERHEAD + inside.length);
    out.put(SIGNED).put(mark(certificates, true, inside)).put(mark(certificates, false, inside));
    return Octets.of(out.put(inside).array());
  }

  @Override
  public Checked<Octets> claimed(Octets signed) {
    byte[] all = signed.toArray();
    if (all.length < SIGNED_OVERHEAD || !startsWith(all, SIGNED)) {
      return refused(
          IssueCode.SIGNATURE_UNREADABLE, "signed document", "this is no signed document");
    }
    return new Checked.Sound<>(
        Octets.of(Arrays.copyOfRange(all, SIGNED_OVERHEAD, all.length)), List.of());
  }

  @Override
  public Checked<Octets> verify(Octets signed, SigningCertificates of) {
    Checked<Octets> claimed = claimed(signed);
    if (!(claimed instanceof Checked.Sound<Octets>(Octets content, _))) {
      return claimed;
    }
    byte[] all = signed.toArray();
    byte[] inside = content.toArray();
    if (!has(all, SIGNED.length, of, true, inside)) {
      return refused(
          IssueCode.SIGNATURE_WRONG, "classical signature", "it does not cover this content");
    }
    if (!has(all, SIGNED.length + MARK, of, false, inside)) {
      return refused(
          IssueCode.SIGNATURE_WRONG, "post-quantum signature", "it does not cover this content");
    }
    return claimed;
  }

  /// Its keys are made by [TwinKeys] alone, and none of them is weak.
  @Override
  public Checked<NodeRecord> check(NodeRecord record) {
    return new Checked.Sound<>(record, List.of());
  }

  @Override
  public Octets seal(Octets content, List<SealingKeys> to) {
    return envelope.seal(content, to);
  }

  @Override
  public boolean isFor(Octets sealed, List<SealingKeys> to) {
    return envelope.isFor(sealed, to);
  }

  @Override
  public Checked<Octets> open(Octets sealed) {
    return envelope.open(sealed, ring.held());
  }

  private boolean has(
      byte[] all, int at, SigningCertificates of, boolean classical, byte[] content) {
    return keys.secret(classical ? of.classical() : of.postQuantum()).isPresent()
        && MessageDigest.isEqual(
            mark(of, classical, content), Arrays.copyOfRange(all, at, at + MARK));
  }

  private byte[] mark(SigningCertificates of, boolean classical, byte[] content) {
    Octets published = classical ? of.classical() : of.postQuantum();
    Optional<byte[]> secret = keys.secret(published);
    return TwinKeys.hash(secret.orElseThrow(), TwinKeys.bytes(of.fingerprint().hex()), content);
  }

  static boolean startsWith(byte[] all, byte[] first) {
    return all.length >= first.length
        && Arrays.equals(all, 0, first.length, first, 0, first.length);
  }

  static <T> Checked<T> refused(IssueCode code, String place, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(place), message, Optional.empty())));
  }
}
