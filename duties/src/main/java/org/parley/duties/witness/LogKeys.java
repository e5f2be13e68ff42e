package org.parley.duties.witness;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.journal.NoteKey;
import org.parley.core.terms.Octets;

/// Under which names a node's log speaks and a node witnesses.
public final class LogKeys {

  private static final String ORIGIN = "parley/";

  private LogKeys() {}

  /// The key under which a node's log signs its own checkpoints.
  public static NoteKey log(NodeId node, Octets publicKey) {
    return new NoteKey(ORIGIN + node, NoteKey.Kind.PLAIN, publicKey);
  }

  /// The key under which a node says that it has seen another log's checkpoint.
  public static NoteKey witness(NodeId node, Octets publicKey) {
    return new NoteKey(ORIGIN + node, NoteKey.Kind.COSIGNATURE, publicKey);
  }

  /// Whose log an origin names.
  static Optional<NodeId> node(String origin) {
    return origin.startsWith(ORIGIN)
        ? NodeId.parse(origin.substring(ORIGIN.length()))
        : Optional.empty();
  }
}
