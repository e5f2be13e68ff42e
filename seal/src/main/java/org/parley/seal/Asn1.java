package org.parley.seal;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// Reads what others sent, in one form only: the distinguished encoding, one value, nothing behind
/// it. So no two documents mean the same, and nothing can hide in the encoding.
final class Asn1 {

  private Asn1() {}

  static ContentInfo contentInfo(
      Octets bytes, ASN1ObjectIdentifier type, Trouble trouble, int atMost) throws Refusal {
    Refusal.unless(
        bytes.size() <= atMost,
        IssueCode.DOCUMENT_TOO_LARGE,
        trouble.place(),
        "%d octets are more than %d".formatted(bytes.size(), atMost));
    byte[] raw = bytes.toArray();
    ContentInfo read = trouble.reading(() -> ContentInfo.getInstance(whole(raw)));
    Refusal.unless(
        Arrays.equals(raw, trouble.reading(() -> der(read))),
        trouble.code(),
        trouble.place(),
        "it is not in the distinguished encoding, or something stands behind it");
    Refusal.unless(
        read.getContentType().equals(type),
        trouble.code(),
        trouble.place(),
        "it is another kind of document: " + read.getContentType());
    return read;
  }

  static byte[] der(ASN1Encodable value) throws IOException {
    return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  /// Whether two values have the same encoding; one that has none is equal to nothing.
  static boolean same(ASN1Encodable one, ASN1Encodable other) {
    try {
      return Arrays.equals(der(one), der(other));
    } catch (IOException _) {
      return false;
    }
  }

  /// A part, read by its type, if that is all that stands there: the library's readers pass over
  /// some wrong tags, and what is written anew from the parts then differs.
  static <T extends ASN1Encodable> T exact(T part, ASN1Encodable asItStands) {
    if (!same(part, asItStands)) {
      throw new IllegalArgumentException("a part in another form");
    }
    return part;
  }

  private static ASN1Primitive whole(byte[] raw) throws IOException {
    return ASN1Primitive.fromByteArray(raw);
  }

  /// What is read and how its troubles are named.
  record Trouble(IssueCode code, String place) {

    /// Runs a reading. The library tells of malformed input by many kinds of exception, unchecked
    /// ones among them; each of them means that the input is malformed.
    <T> T reading(Reading<T> reading) throws Refusal {
      try {
        return reading.read();
      } catch (IOException | RuntimeException why) {
        throw Refusal.because(code, place, "it cannot be read: " + why.getClass().getSimpleName());
      }
    }
  }

  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }
}
