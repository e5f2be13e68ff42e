package org.parley.duties.post;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;

/// The other nodes, as their parties' own signed entries in the open book describe them.
public interface Counterparts {

  /// Empty where the node is not known, or not any more.
  Optional<Counterpart> find(Book book, NodeId node);

  /// By what a node signed before its party named its present certificates, the newest first: as
  /// far back as each was named in a document that the one before had signed, and none that is
  /// revoked.
  default List<Counterpart.Earlier> earlier(Book book, NodeId node) {
    return List.of();
  }

  /// All nodes that are known, in a fixed order; ours may be among them.
  List<NodeId> nodes(Book book);

  /// The public key by which a node's log signs its checkpoints and the node witnesses others'.
  Optional<Octets> logKey(Book book, NodeId node);

  /// Whether a network of ours has removed the node; nothing goes to it any more, also what was
  /// sealed before.
  default boolean isOut(Book book, NodeId node) {
    return false;
  }

  /// The node that receives for an office.
  Optional<NodeId> nodeOf(Book book, OfficeId office);
}
