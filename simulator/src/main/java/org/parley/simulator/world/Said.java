package org.parley.simulator.world;

import java.util.List;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// The truth about one statement that an author wrote.
///
/// @param canary the word in it that stands nowhere else
/// @param nodes those that may hold its content: its sender's and its recipients'
/// @param honest whether its sender is
public record Said(
    Digest digest,
    Thread thread,
    Route route,
    Marking marking,
    String canary,
    List<NodeId> nodes,
    boolean honest) {

  public Said {
    nodes = List.copyOf(nodes);
  }

  /// @param conversation what it belongs to
  public record Thread(ConversationId conversation, Realm realm, SeriesNumber number) {}

  public NodeId sender() {
    return route.node();
  }

  public OfficeId from() {
    return route.from();
  }

  public Realm realm() {
    return thread.realm();
  }
}
