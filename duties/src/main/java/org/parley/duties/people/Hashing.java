package org.parley.duties.people;

/// Makes hashes of passwords that are slow to guess.
public interface Hashing {

  String hash(String password);

  /// Whether a password has this hash; takes as long either way.
  boolean matches(String password, String hash);
}
