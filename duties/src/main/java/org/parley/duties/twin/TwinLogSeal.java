package org.parley.duties.twin;

import java.util.Arrays;
import org.parley.core.terms.Octets;
import org.parley.duties.port.LogSeal;

/// A log's key inside one Java process: a signature is twice the digest of public key and message,
/// and so can be made by everybody who may call [#sign], and by no parcel.
///
/// @param publicKey 32 octets
public record TwinLogSeal(Octets publicKey) implements LogSeal {

  private static final int MARK = 32;

  @Override
  public Octets sign(Octets message) {
    return mark(publicKey, message);
  }

  @Override
  public boolean verifies(Octets of, Octets message, Octets signature) {
    return mark(of, message).equals(signature);
  }

  private static Octets mark(Octets key, Octets message) {
    byte[] all = Arrays.copyOf(key.toArray(), key.size() + message.size());
    System.arraycopy(message.toArray(), 0, all, key.size(), message.size());
    byte[] digest = TwinKeys.bytes(Octets.of(all).digest().hex());
    return Octets.of(Arrays.copyOf(digest, 2 * MARK));
  }
}
