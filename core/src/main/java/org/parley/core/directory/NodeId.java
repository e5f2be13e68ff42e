package org.parley.core.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.parley.core.terms.Party;

/// A node of a party, such as `XA/csirt`: one process with its own keys and database. A State may
/// run several.
///
/// @param name lower-case, two to thirty characters
public record NodeId(Party party, String name) implements Comparable<NodeId> {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,29}");

  public NodeId {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a node's name is lower-case: " + name);
    }
  }

  /// Reads `PARTY/name`; empty where the text has another form.
  public static Optional<NodeId> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !NAME.matcher(text.substring(slash + 1)).matches()) {
      return Optional.empty();
    }
    return Party.parse(text.substring(0, slash))
        .map(party -> new NodeId(party, text.substring(slash + 1)));
  }

  @Override
  public int compareTo(NodeId other) {
    int parties = party.compareTo(other.party);
    return parties != 0 ? parties : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return party + "/" + name;
  }
}
