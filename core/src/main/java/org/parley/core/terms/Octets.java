package org.parley.core.terms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Exact bytes that nobody changes: what is signed, sealed, sent and kept.
public final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes.
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /// The text in UTF-8.
  public static Octets of(String text) {
    return new Octets(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }

  public byte at(int place) {
    return bytes[place];
  }

  public Digest digest() {
    return Digest.of(bytes);
  }

  /// The bytes read as UTF-8; malformed sequences become the replacement character, so this is for
  /// showing and not for reading documents.
  public String shown() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// How many bytes, and the first eight: never the content, which may be for nobody to see.
  @Override
  public String toString() {
    int shown = Math.min(8, bytes.length);
    return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, shown);
  }
}
