package org.parley.duties.people;

import java.time.Instant;

/// What an app for changing codes would show.
public final class TestCodes {

  private TestCodes() {}

  /// @param seed the secret in base 32
  public static String now(String seed) {
    return at(seed, 0);
  }

  /// The code of the next time step, which is taken a little early.
  public static String next(String seed) {
    return at(seed, 1);
  }

  private static String at(String seed, int later) {
    long step = ChangingCode.step(Instant.now()) + later;
    return ChangingCode.at(ChangingCode.read(seed), step);
  }
}
