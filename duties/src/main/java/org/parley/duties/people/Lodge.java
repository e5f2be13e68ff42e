package org.parley.duties.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Chance;
import org.parley.duties.port.People;

/// What the duties about people need of the node.
public record Lodge(
    People people, Chance chance, Hashing hashing, InstantSource clock, Realm realm) {

  private static final int TOKEN_BYTES = 32;

  /// The moment, to the millisecond that the register keeps.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Token token() {
    return Token.of(chance.draw(TOKEN_BYTES));
  }

  /// A random id.
  UUID id() {
    byte[] bytes = chance.draw(16).toArray();
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    java.nio.ByteBuffer both = java.nio.ByteBuffer.wrap(bytes);
    return new UUID(both.getLong(), both.getLong());
  }

  Octets draw(int bytes) {
    return chance.draw(bytes);
  }
}
