package org.parley.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Counterparts;

/// Who is who, the same for all nodes and at once: a twin of the directory that nodes build from
/// each other's signed entries.
public final class Directory implements Counterparts {

  private final Map<NodeId, SigningCertificates> certificates = new HashMap<>();
  private final Map<NodeId, List<SealingKeys>> keys = new HashMap<>();
  private final Map<OfficeId, NodeId> offices = new HashMap<>();

  public void enter(NodeId node, SigningCertificates speaksBy, Iterable<OfficeId> receivesFor) {
    certificates.put(node, speaksBy);
    receivesFor.forEach(office -> offices.put(office, node));
  }

  public void publish(NodeId node, SealingKeys period) {
    keys.computeIfAbsent(node, _ -> new ArrayList<>()).add(period);
  }

  /// A node's keys are lost: nobody seals to them any more.
  public void withdraw(NodeId node) {
    keys.remove(node);
  }

  @Override
  public Optional<Counterpart> find(Book book, NodeId node) {
    return find(node);
  }

  @Override
  public List<NodeId> nodes(Book book) {
    return certificates.keySet().stream().sorted().toList();
  }

  @Override
  public Optional<Octets> logKey(Book book, NodeId node) {
    return Optional.ofNullable(certificates.get(node)).map(Directory::logKey);
  }

  /// The log's key of a node, drawn from its certificates: in a run each has its own.
  public static Octets logKey(SigningCertificates speaksBy) {
    return Octets.of(HexFormat.of().parseHex(speaksBy.fingerprint().hex()));
  }

  @Override
  public Optional<NodeId> nodeOf(Book book, OfficeId office) {
    return nodeOf(office);
  }

  public Optional<Counterpart> find(NodeId node) {
    return Optional.ofNullable(certificates.get(node))
        .map(found -> new Counterpart(node, found, keys.getOrDefault(node, List.of())));
  }

  public Optional<NodeId> nodeOf(OfficeId office) {
    return Optional.ofNullable(offices.get(office));
  }

  public List<OfficeId> offices() {
    return offices.keySet().stream().sorted().toList();
  }
}
