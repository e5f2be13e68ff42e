package org.parley.node.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.terms.Digest;
import org.parley.node.network.NetworkPage.LinkView;

/// Two documents under one number: each was signed by somebody who may.
///
/// @param here the one that came first, which counts
/// @param other the one that contradicts it
public record ForkView(long number, Text here, Text other) {

  /// @param link what it changes; empty where it is a charter
  public record Text(Optional<LinkView> link, Digest digest, Instant at, List<NodeId> signers) {}

  static ForkView of(LinkView here, LinkView other) {
    return new ForkView(here.entry().number(), text(here), text(other));
  }

  static ForkView of(Charter charter, Text here, Text other) {
    return new ForkView(charter.heading().number(), here, other);
  }

  static Text text(Charter charter, Digest digest, Undersigned paper) {
    return new Text(
        Optional.empty(),
        digest,
        charter.heading().at(),
        paper.claimed().stream().sorted().toList());
  }

  private static Text text(LinkView link) {
    return new Text(Optional.of(link), link.digest(), link.entry().at(), link.signers());
  }

  public List<Text> texts() {
    return List.of(here, other);
  }
}
