package org.parley.duties.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Something unguessable that its holder keeps, in a cookie or a link; the node keeps its digest.
public record Token(String text) {

  static Token of(Octets random) {
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(random.toArray()));
  }

  public Digest digest() {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Token[…]";
  }
}
