package org.parley.node.provider;

/// The provider cannot be asked, or answers what nobody can use.
final class AwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AwayException(String message, Throwable cause) {
    super(message, cause);
  }

  AwayException(String message) {
    super(message);
  }
}
