package org.parley.duties.witness;

import java.util.Base64;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// What a time-stamp authority has said of a checkpoint of ours: it was there at the latest when
/// the token was made.
///
/// @param imprint of the checkpoint's text
/// @param authority its certificate, in DER
/// @param token after RFC 3161, in DER
public record Stamped(Digest imprint, Octets authority, Octets token) {

  /// The digest that authorities are shown: that of the text alone, whoever signs it later.
  static Digest imprint(SignedNote checkpoint) {
    return Octets.of(checkpoint.text()).digest();
  }

  Octets bytes() {
    Base64.Encoder base64 = Base64.getEncoder();
    return Octets.of(
        imprint.hex()
            + "\n"
            + base64.encodeToString(authority.toArray())
            + "\n"
            + base64.encodeToString(token.toArray())
            + "\n");
  }

  static Stamped read(Octets bytes) {
    String[] lines = bytes.shown().split("\n", -1);
    Base64.Decoder base64 = Base64.getDecoder();
    return new Stamped(
        new Digest(lines[0]),
        Octets.of(base64.decode(lines[1])),
        Octets.of(base64.decode(lines[2])));
  }
}
