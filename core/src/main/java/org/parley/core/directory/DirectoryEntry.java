package org.parley.core.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;

/// A party's own statement about itself: all its nodes and offices, whole each time, signed by one
/// of the nodes of the statement before. Each names the digest of the one before, so that taking
/// back or telling two stories shows.
///
/// @param number counted from 1
/// @param previous digest of the exact bytes of the one before; empty for the first
/// @param revoked all revocations so far; none is ever taken back
public record DirectoryEntry(
    Party party,
    long number,
    Optional<Digest> previous,
    Instant at,
    List<NodeRecord> nodes,
    List<OfficeRecord> offices,
    List<Revocation> revoked) {

  public DirectoryEntry {
    nodes = List.copyOf(nodes);
    offices = List.copyOf(offices);
    revoked = List.copyOf(revoked);
  }

  public Optional<NodeRecord> node(NodeId node) {
    return nodes.stream().filter(record -> record.node().equals(node)).findFirst();
  }

  public Optional<OfficeRecord> office(OfficeKind kind) {
    return offices.stream().filter(record -> record.kind() == kind).findFirst();
  }

  /// The node that receives for an office: the first that serves it.
  public Optional<NodeRecord> serving(OfficeKind kind) {
    return nodes.stream().filter(record -> record.serves().contains(kind)).findFirst();
  }

  public Optional<Revocation> revocation(SigningCertificates certificates) {
    Digest fingerprint = certificates.fingerprint();
    return revoked.stream().filter(each -> each.certificates().equals(fingerprint)).findFirst();
  }
}
