package org.parley.seal.age;

import java.io.IOException;

/// A locked file that does not open, and why.
public final class LockedFileException extends IOException {

  private static final long serialVersionUID = 1;

  /// Why a locked file does not open.
  public enum Reason {
    /// It does not begin as one.
    NO_LOCKED_FILE,
    /// The password is another, or the very part that the password opens was altered.
    WRONG_PASSWORD,
    /// Something in it is not as it was written.
    ALTERED,
    /// Its end is missing.
    CUT
  }

  private final Reason reason;

  LockedFileException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
