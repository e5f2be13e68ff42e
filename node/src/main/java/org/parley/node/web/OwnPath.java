package org.parley.node.web;

/// A path of this node, as it comes back from a form.
public final class OwnPath {

  private OwnPath() {}

  /// The path itself where it can only lead to this node, else the first page.
  public static String of(String path) {
    boolean ours =
        path.length() <= 4000 && path.matches("/|/[A-Za-z0-9._~!$&'()*+,;=:@%?-][!-\\[\\]-~]*");
    return ours ? path : "/";
  }
}
