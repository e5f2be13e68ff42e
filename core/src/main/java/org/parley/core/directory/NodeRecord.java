package org.parley.core.directory;

import java.time.Instant;
import java.util.List;
import org.parley.core.terms.Octets;

/// What a party says of one of its nodes.
///
/// @param signing what its signatures are checked with
/// @param tls the certificate by which it is known on the wire, in DER
/// @param logKey the 32 octets of the Ed25519 key that signs its log's checkpoints
/// @param sealing the periods' keys that others seal to
/// @param serves the offices it receives for
/// @param ways by which it is reached, best first
public record NodeRecord(
    NodeId node,
    SigningCertificates signing,
    Octets tls,
    Octets logKey,
    List<SealingKeys> sealing,
    List<OfficeKind> serves,
    List<Way> ways) {

  public NodeRecord {
    sealing = List.copyOf(sealing);
    serves = List.copyOf(serves);
    ways = List.copyOf(ways);
  }

  /// The keys that others may seal to now.
  public List<SealingKeys> sealingAt(Instant now) {
    return sealing.stream().filter(keys -> keys.coverAt(now)).toList();
  }
}
