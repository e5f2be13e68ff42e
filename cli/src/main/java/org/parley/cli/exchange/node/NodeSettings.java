package org.parley.cli.exchange.node;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.couriers.relay.Capability;

/// What a node is told about itself, in `node.yaml`.
///
/// @param offices the offices it speaks and receives for
/// @param door where it listens and what counterparts are told
/// @param relay the relay it polls, if any
/// @param ceiling the strictest level it may hold
/// @param secondPerson whether another person than the author must clear a statement
/// @param database a JDBC URL; empty for a file in the node's folder
public record NodeSettings(
    NodeId node,
    List<OfficeKind> offices,
    Optional<Door> door,
    Optional<RelayBox> relay,
    Tlp ceiling,
    boolean secondPerson,
    Optional<String> database) {

  public NodeSettings {
    offices = List.copyOf(offices);
  }

  /// @param listen host and port of the socket; loopback unless said otherwise
  /// @param address what counterparts are told
  public record Door(String host, int port, URI address) {}

  /// What the relay's operator gave us.
  ///
  /// @param certificate the relay's, in DER
  /// @param mailbox puts parcels into our mailbox; counterparts learn it from the directory
  /// @param collect empties it, and is ours alone
  /// @param depositor our account, for leaving parcels in the mailboxes of others
  public record RelayBox(
      URI address,
      Octets certificate,
      Capability mailbox,
      Capability collect,
      Capability depositor) {}
}
