package org.parley.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.parley.core.terms.Octets;

/// How an envelope names a key: the first twenty octets of the digest of the public key.
final class KeyName {

  private static final int LENGTH = 20;

  private KeyName() {}

  static byte[] of(Octets publicKey) {
    return Arrays.copyOf(HexFormat.of().parseHex(publicKey.digest().hex()), LENGTH);
  }
}
