package org.parley.node.permit;

/// One row of the table: a way in, and who may take it.
///
/// @param method the HTTP method, or `ANY` for the page of errors
/// @param pattern the pattern as the operation declares it
public record Route(String method, String pattern, Access access) {

  boolean is(String askedMethod, String askedPattern) {
    boolean sameMethod =
        method.equals("ANY")
            || method.equals(askedMethod)
            || (method.equals("GET") && askedMethod.equals("HEAD"));
    return sameMethod && pattern.equals(askedPattern);
  }
}
