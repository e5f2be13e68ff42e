package org.parley.cli.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Tlp;

/// What a node is told about itself, in `node.yaml`.
///
/// @param offices the offices it speaks and receives for
/// @param door where it listens and what counterparts are told
/// @param relay the relay it polls, if any
/// @param ceiling the strictest level it may hold
/// @param secondPerson whether another person than the author must clear a statement
/// @param database a JDBC URL; empty for a file in the node's folder
record NodeSettings(
    NodeId node,
    List<OfficeKind> offices,
    Optional<Door> door,
    Optional<RelayBox> relay,
    Tlp ceiling,
    boolean secondPerson,
    Optional<String> database) {

  NodeSettings {
    offices = List.copyOf(offices);
  }

  /// @param listen host and port of the socket; loopback unless said otherwise
  /// @param address what counterparts are told
  record Door(String host, int port, URI address) {}

  /// @param certificate the file with the relay's certificate, in DER
  record RelayBox(URI address, String certificate, String mailbox) {}
}
