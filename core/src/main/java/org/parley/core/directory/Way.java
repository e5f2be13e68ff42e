package org.parley.core.directory;

/// A way to reach a node.
public sealed interface Way {

  /// Straight to the node.
  ///
  /// @param address `https://host[:port]/path`
  record Https(String address) implements Way {}

  /// By a relay that stores and forwards without reading.
  ///
  /// @param mailbox opaque: it tells the relay nothing
  record Relay(String address, String mailbox) implements Way {}

  /// By mail, a lower grade.
  record Mail(String address) implements Way {}
}
