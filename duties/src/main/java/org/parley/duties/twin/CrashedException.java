package org.parley.duties.twin;

/// The process whose books these are is dead until they are restarted. Nobody catches this but
/// whoever plays the world.
public final class CrashedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CrashedException(String when) {
    super(when);
  }
}
