package org.parley.core.journal;

import java.util.ArrayList;
import java.util.List;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The definitions of RFC 6962, section 2.1, word by word over lists and without any kept hash:
/// slow, and written apart from the tree it checks.
final class PlainTree {

  private PlainTree() {}

  /// The hash of a whole list: `MTH`.
  static Digest root(List<Octets> entries) {
    int n = entries.size();
    if (n == 0) {
      return Digest.of(new byte[0]);
    }
    if (n == 1) {
      return hashed((byte) 0, entries.getFirst().toArray(), new byte[0]);
    }
    int k = largestPowerBelow(n);
    return hashed((byte) 1, raw(root(entries.subList(0, k))), raw(root(entries.subList(k, n))));
  }

  /// The path of one entry: `PATH`.
  static List<Digest> path(int m, List<Octets> entries) {
    int n = entries.size();
    if (n == 1) {
      return List.of();
    }
    int k = largestPowerBelow(n);
    return m < k
        ? with(path(m, entries.subList(0, k)), root(entries.subList(k, n)))
        : with(path(m - k, entries.subList(k, n)), root(entries.subList(0, k)));
  }

  /// The proof between two sizes: `PROOF`.
  static List<Digest> proof(int m, List<Octets> entries) {
    return m == 0 || m == entries.size() ? List.of() : subproof(m, entries, true);
  }

  private static List<Digest> subproof(int m, List<Octets> entries, boolean b) {
    int n = entries.size();
    if (m == n) {
      return b ? List.of() : List.of(root(entries));
    }
    int k = largestPowerBelow(n);
    return m <= k
        ? with(subproof(m, entries.subList(0, k), b), root(entries.subList(k, n)))
        : with(subproof(m - k, entries.subList(k, n), false), root(entries.subList(0, k)));
  }

  private static int largestPowerBelow(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Digest> with(List<Digest> first, Digest last) {
    List<Digest> all = new ArrayList<>(first);
    all.add(last);
    return all;
  }

  private static Digest hashed(byte first, byte[] left, byte[] right) {
    byte[] all = new byte[1 + left.length + right.length];
    all[0] = first;
    System.arraycopy(left, 0, all, 1, left.length);
    System.arraycopy(right, 0, all, 1 + left.length, right.length);
    return Digest.of(all);
  }

  private static byte[] raw(Digest digest) {
    byte[] out = new byte[32];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) Integer.parseInt(digest.hex().substring(2 * i, 2 * i + 2), 16);
    }
    return out;
  }
}
