package org.parley.node.people;

import org.parley.duties.people.Hashing;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes of passwords by Argon2id with 19 MiB and two passes, as current guidance has it.
final class Argon2Hashing implements Hashing {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

  @Override
  public String hash(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("there is no hash of nothing");
    }
    return hash;
  }

  @Override
  public boolean matches(String password, String hash) {
    return argon2.matches(password, hash);
  }
}
