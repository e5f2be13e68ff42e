package org.parley.conformance;

/**
 * One breach of a rule of the house: where, which rule, and its measure (a size, or how often).
 *
 * @param what the thing in question, such as a method's name or a word; may be empty
 */
record Untidy(String path, long line, String rule, long measure, String what) {
  @Override
  public String toString() {
    return path
        + ":"
        + line
        + " "
        + rule
        + " "
        + measure
        + (what.isEmpty() ? "" : " (" + what + ")");
  }
}
