package org.parley.core.directory.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// One document under which several nodes have put their signatures.
public record Undersigned(List<Signature> signatures) {

  public Undersigned {
    signatures = List.copyOf(signatures);
  }

  /// @param by who claims to have signed
  /// @param signed the whole document inside the signature
  public record Signature(NodeId by, Octets signed) {}

  public Set<NodeId> claimed() {
    return signatures.stream().map(Signature::by).collect(Collectors.toUnmodifiableSet());
  }

  /// With the signatures of another copy of the same document; of each node the first counts.
  public Undersigned with(Undersigned other) {
    List<Signature> all = new ArrayList<>(signatures);
    Set<NodeId> here = claimed();
    other.signatures().stream().filter(each -> !here.contains(each.by())).forEach(all::add);
    return new Undersigned(all);
  }
}
