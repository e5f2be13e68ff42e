package org.parley.duties.post;

import java.time.Instant;
import java.util.List;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;

/// What we know of another node: by what it signs, and to what we seal.
///
/// @param keys all periods known, whether they cover today or not
public record Counterpart(NodeId node, SigningCertificates certificates, List<SealingKeys> keys) {

  public Counterpart {
    keys = List.copyOf(keys);
  }

  /// By what a node signed before.
  ///
  /// @param until when its party named others
  public record Earlier(SigningCertificates certificates, Instant until) {}

  /// The same node as it spoke by other certificates.
  Counterpart by(SigningCertificates others) {
    return new Counterpart(node, others, keys);
  }

  /// The keys that we may seal to now; empty where the node cannot be reached securely.
  public List<SealingKeys> at(Instant now) {
    return keys.stream().filter(each -> each.coverAt(now)).toList();
  }
}
