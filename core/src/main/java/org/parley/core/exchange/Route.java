package org.parley.core.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Digest;

/// From whom to whom a statement goes. The whole list travels inside what is signed: nobody gets a
/// copy that the others cannot see.
///
/// @param from the office that speaks
/// @param node the node it speaks through, of the same party
/// @param certificates the fingerprint of that node's signing certificates
/// @param to whom it is for; at least one
/// @param copy who gets it to know
public record Route(
    OfficeId from, NodeId node, Digest certificates, List<OfficeId> to, List<OfficeId> copy) {

  /// The most offices that one statement can be for.
  public static final int MOST_RECIPIENTS = 400;

  public Route {
    to = List.copyOf(to);
    copy = List.copyOf(copy);
    Set<OfficeId> once = new HashSet<>();
    boolean twice = !Stream.concat(to.stream(), copy.stream()).allMatch(once::add);
    if (to.isEmpty() || twice || once.size() > MOST_RECIPIENTS || once.contains(from)) {
      throw new IllegalArgumentException(
          "a statement has a recipient, each stands once, and the sender is none of them");
    }
    if (!node.party().equals(from.party())) {
      throw new IllegalArgumentException("an office speaks through a node of its own party");
    }
  }

  /// All who get it, those it is for first.
  public List<OfficeId> recipients() {
    return Stream.concat(to.stream(), copy.stream()).toList();
  }

  public boolean isFor(OfficeId office) {
    return to.contains(office) || copy.contains(office);
  }
}
