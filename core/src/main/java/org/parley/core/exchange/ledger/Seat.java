package org.parley.core.exchange.ledger;

import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Ceiling;

/// Whose ledger this is.
///
/// @param node the node that keeps it
/// @param offices the offices that this node speaks and receives for
/// @param ceiling how strictly marked statements it may hold
public record Seat(NodeId node, Set<OfficeId> offices, Ceiling ceiling) {

  public Seat {
    offices = Set.copyOf(offices);
    if (!offices.stream().allMatch(office -> office.party().equals(node.party()))) {
      throw new IllegalArgumentException("a node speaks for offices of its own party");
    }
  }
}
