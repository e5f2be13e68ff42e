package org.parley.duties.port;

/// A fault of the world behind a port: a disk that is full, a key store that does not answer.
/// Caught at the duty's edge; what was begun has not happened.
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnreachableException(String what, Throwable cause) {
    super(what, cause);
  }

  public UnreachableException(String what) {
    super(what);
  }
}
