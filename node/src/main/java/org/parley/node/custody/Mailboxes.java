package org.parley.node.custody;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Standing;
import org.parley.core.directory.Way;
import org.parley.core.terms.Digest;
import org.parley.couriers.relay.Capability;
import org.parley.exchange.NodeHome;

/// Whose mailboxes at relays are whose, as the directory tells everybody who has it. The relay
/// itself does not know.
///
/// @param owners by the digest of the key that puts in
record Mailboxes(Map<Digest, NodeId> owners) {

  Mailboxes {
    owners = Map.copyOf(owners);
  }

  static Mailboxes of(Optional<NodeHome> home) {
    Map<Digest, NodeId> owners = new HashMap<>();
    home.map(ours -> ours.station().books().look(ours.directory()::directory))
        .ifPresent(directory ->
            directory.standings().values().stream()
                .map(Standing::entry)
                .forEach(entry -> add(owners, entry)));
    return new Mailboxes(owners);
  }

  private static void add(Map<Digest, NodeId> owners, DirectoryEntry entry) {
    for (NodeRecord node : entry.nodes()) {
      for (Way way : node.ways()) {
        if (way instanceof Way.Relay(_, String mailbox) && mailbox.matches("[0-9a-f]{32}")) {
          owners.put(new Capability(mailbox).digest(), node.node());
        }
      }
    }
  }
}
