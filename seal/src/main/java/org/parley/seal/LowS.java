package org.parley.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;

/// Keeps ECDSA signatures to one of their two forms.
///
/// To each signature (r, s) there is a second valid one, (r, n − s), that anybody can compute
/// without the key. A signed document would then have a twin with another digest, and a node could
/// be shown to have said one thing twice. So we write only the form with the smaller s and accept
/// no other.
final class LowS implements ContentSigner {

  private static final BigInteger ORDER = ECNamedCurveTable.getByName("P-256").getN();
  private static final BigInteger HALF = ORDER.shiftRight(1);

  private final ContentSigner signer;

  LowS(ContentSigner signer) {
    this.signer = signer;
  }

  static boolean isKept(byte[] signature) {
    try {
      return StandardDSAEncoding.INSTANCE.decode(ORDER, signature)[1].compareTo(HALF) <= 0;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  @Override
  public byte[] getSignature() {
    try {
      BigInteger[] parts = StandardDSAEncoding.INSTANCE.decode(ORDER, signer.getSignature());
      BigInteger s = parts[1].compareTo(HALF) <= 0 ? parts[1] : ORDER.subtract(parts[1]);
      return StandardDSAEncoding.INSTANCE.encode(ORDER, parts[0], s);
    } catch (IOException why) {
      throw Crypto.fault("the identity key gives no ECDSA signature", why);
    }
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return signer.getAlgorithmIdentifier();
  }

  @Override
  public OutputStream getOutputStream() {
    return signer.getOutputStream();
  }
}
