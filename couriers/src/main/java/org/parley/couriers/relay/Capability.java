package org.parley.couriers.relay;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// 128 random bits that open something to whoever knows them: a mailbox to put in, a mailbox to
/// empty, a depositor's account.
///
/// The relay keeps their digests alone, on disk as in memory.
public record Capability(String hex) {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final String FORM = "[0-9a-f]{32}";

  public Capability {
    if (!hex.matches(FORM)) {
      throw new IllegalArgumentException("a capability has 32 lower-case hexadecimal digits");
    }
  }

  public static Capability random() {
    byte[] bits = new byte[16];
    CHANCE.nextBytes(bits);
    return new Capability(HexFormat.of().formatHex(bits));
  }

  static Optional<Capability> parse(String text) {
    return text.matches(FORM) ? Optional.of(new Capability(text)) : Optional.empty();
  }

  /// What the relay knows it by.
  public Digest digest() {
    return Digest.of(("parley capability " + hex).getBytes(StandardCharsets.US_ASCII));
  }

  /// Never the bits: whoever reads a log could use them.
  @Override
  public String toString() {
    return "capability " + digest().hex().substring(0, 8);
  }
}
