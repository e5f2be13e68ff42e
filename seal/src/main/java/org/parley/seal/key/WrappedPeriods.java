package org.parley.seal.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.parley.core.directory.SealingKeys;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.seal.Crypto;
import org.parley.seal.PeriodStore;
import org.parley.seal.Refusal;
import org.parley.seal.SealingPair;

/// The periods' pairs in a folder, one wrapped file each.
final class WrappedPeriods implements PeriodStore {

  private static final String ENDING = ".keys";
  private static final String PERIOD = "[A-Za-z0-9][A-Za-z0-9-]{0,39}";

  private final KeyFiles files;
  private final Wrapping wrapping;
  private final List<SealingPair> found = new ArrayList<>();

  private WrappedPeriods(KeyFiles files, Wrapping wrapping) {
    this.files = files;
    this.wrapping = wrapping;
  }

  static WrappedPeriods in(KeyFiles files, Wrapping wrapping) throws Refusal {
    WrappedPeriods periods = new WrappedPeriods(files, wrapping);
    for (String name : files.names(ENDING)) {
      periods.found.add(read(name, wrapping.unwrap(name, files.read(name))));
    }
    return periods;
  }

  @Override
  public List<SealingPair> all() {
    return List.copyOf(found);
  }

  @Override
  public void keep(SealingPair pair) {
    String name = name(pair.known().period());
    files.write(name, wrapping.wrap(name, bytes(pair)));
  }

  @Override
  public void destroy(String period) {
    files.destroy(name(period));
  }

  private static String name(String period) {
    if (!period.matches(PERIOD)) {
      throw new IllegalArgumentException("a period's name is letters, digits and hyphens");
    }
    return period + ENDING;
  }

  private static byte[] bytes(SealingPair pair) {
    SealingKeys known = pair.known();
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new DERUTF8String(known.period()));
    parts.add(new ASN1Integer(known.from().getEpochSecond()));
    parts.add(new ASN1Integer(known.until().getEpochSecond()));
    parts.add(new DEROctetString(known.ecdh().toArray()));
    parts.add(new DEROctetString(known.mlKem().toArray()));
    parts.add(new DEROctetString(pair.ecdh().getEncoded()));
    parts.add(new DEROctetString(pair.mlKem().getEncoded()));
    try {
      return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    } catch (IOException broken) {
      throw new IllegalStateException("keys in memory can be written", broken);
    }
  }

  private static SealingPair read(String name, byte[] bytes) throws Refusal {
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(bytes));
      SealingKeys known =
          new SealingKeys(
              ASN1UTF8String.getInstance(parts.getObjectAt(0)).getString(),
              octets(parts, 3),
              octets(parts, 4),
              instant(parts, 1),
              instant(parts, 2));
      return new SealingPair(
          known,
          Crypto.privateKey(Crypto.Kind.P256, octets(parts, 5).toArray()),
          Crypto.privateKey(Crypto.Kind.ML_KEM_768, octets(parts, 6).toArray()));
    } catch (IOException | GeneralSecurityException | RuntimeException _) {
      throw Refusal.because(IssueCode.KEY_REFUSED, name, "it holds no keys of a period");
    }
  }

  private static Octets octets(ASN1Sequence parts, int at) {
    return Octets.of(ASN1OctetString.getInstance(parts.getObjectAt(at)).getOctets());
  }

  private static Instant instant(ASN1Sequence parts, int at) {
    return Instant.ofEpochSecond(ASN1Integer.getInstance(parts.getObjectAt(at)).longValueExact());
  }
}
