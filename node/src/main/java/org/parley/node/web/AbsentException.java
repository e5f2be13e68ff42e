package org.parley.node.web;

/// There is no such thing, or not for this visitor; the two look the same.
public final class AbsentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AbsentException() {
    super("absent", null, false, false);
  }
}
