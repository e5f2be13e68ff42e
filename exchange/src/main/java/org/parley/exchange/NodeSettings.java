package org.parley.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.core.terms.Octets;
import org.parley.couriers.mail.MailServer;
import org.parley.couriers.relay.Capability;

/// What a node is told about itself, in `node.yaml`.
///
/// @param offices the offices it speaks and receives for
/// @param ways how it is reached
/// @param ceiling how strictly marked information it may hold
/// @param secondPerson whether another person than the author must clear a statement
/// @param outside what it works with beside its folder
public record NodeSettings(
    NodeId node,
    List<OfficeKind> offices,
    Ways ways,
    Ceiling ceiling,
    boolean secondPerson,
    Outside outside) {

  public NodeSettings {
    offices = List.copyOf(offices);
  }

  /// A node that has its keys in its folder, and whose checkpoints nobody outside the network
  /// stamps.
  public NodeSettings(
      NodeId node,
      List<OfficeKind> offices,
      Ways ways,
      Ceiling ceiling,
      boolean secondPerson,
      Optional<String> database) {
    this(
        node,
        offices,
        ways,
        ceiling,
        secondPerson,
        new Outside(database, List.of(), Optional.empty()));
  }

  /// What a node works with outside its folder.
  ///
  /// @param database a JDBC URL; empty for a file in the node's folder
  /// @param stampers who stamps the checkpoints of its log, if anybody
  /// @param token that holds its identity key, where it is not in the folder
  public record Outside(
      Optional<String> database, List<Stamper> stampers, Optional<TokenSlot> token) {

    public Outside {
      stampers = List.copyOf(stampers);
    }
  }

  /// A token after PKCS#11.
  ///
  /// @param library the maker's PKCS#11 library
  /// @param slot which of its slots with a token, counted from 0
  /// @param pinFile whose first line opens it; who runs the node keeps it to themselves
  public record TokenSlot(Path library, int slot, Path pinFile) {}

  public Optional<String> database() {
    return outside.database();
  }

  public List<Stamper> stampers() {
    return outside.stampers();
  }

  public Optional<TokenSlot> token() {
    return outside.token();
  }

  /// A time-stamp authority after RFC 3161.
  ///
  /// @param address `http` will do: a token protects itself, and only a digest is sent
  /// @param certificate that its tokens are checked with, in DER
  public record Stamper(URI address, Octets certificate) {}

  /// How a node is reached.
  ///
  /// @param door where it listens and what counterparts are told
  /// @param relay the relay it polls, if any
  /// @param mail the mailbox it empties, if any: a lower grade
  public record Ways(Optional<Door> door, Optional<RelayBox> relay, Optional<MailBox> mail) {}

  public Optional<Door> door() {
    return ways.door();
  }

  public Optional<RelayBox> relay() {
    return ways.relay();
  }

  public Optional<MailBox> mail() {
    return ways.mail();
  }

  /// A mailbox for parcels alone, and the servers before and behind it.
  ///
  /// @param address what counterparts are told
  public record MailBox(String address, MailServer smtp, MailServer imap) {}

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
