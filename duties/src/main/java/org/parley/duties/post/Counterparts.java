package org.parley.duties.post;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.duties.port.Book;

/// The other nodes, as their parties' own signed entries in the open book describe them.
public interface Counterparts {

  /// Empty where the node is not known, or not any more.
  Optional<Counterpart> find(Book book, NodeId node);

  /// The node that receives for an office.
  Optional<NodeId> nodeOf(Book book, OfficeId office);
}
