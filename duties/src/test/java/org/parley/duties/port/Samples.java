package org.parley.duties.port;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.directory.NodeId;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

/// Values for the contracts.
public final class Samples {

  public static final Realm REAL = new Realm.Real();
  public static final Realm EXERCISE = new Realm.Exercise("spring-tide");
  public static final NodeId XA = new NodeId(new Party("XA"), "csirt");
  public static final NodeId XB = new NodeId(new Party("XB"), "csirt");
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Samples() {}

  public static Digest digest(String of) {
    return Octets.of(of).digest();
  }

  /// A parcel put in at noon.
  public static Outbox.Parcel parcel(String content, NodeId to) {
    return parcel(content, to, NOON);
  }

  public static Outbox.Parcel parcel(String content, NodeId to, Instant created) {
    Octets sealed = Octets.of(content);
    return new Outbox.Parcel(
        sealed.digest(), digest("slip of " + content), REAL, to, sealed, created);
  }

  public static Inbox.Received received(String parcel, String slip) {
    return new Inbox.Received(
        digest(parcel), digest(slip), XB, NOON, Octets.of("receipt of " + parcel));
  }

  /// Who reads [#line].
  public static final Cases.Readers READERS =
      new Cases.Readers(REAL, Set.of(CasesContract.CSIRT), Set.of(Relation.OFFICE));

  /// A line about a case named after a text.
  public static Cases.Line line(String of) {
    long number = 1 + (of.hashCode() & 0x7FFF_FFFFL);
    Cases.Line line = CasesContract.line(REAL, number, CasesContract.CSIRT, Relation.OFFICE, of);
    UUID name = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    return new Cases.Line(
        new Cases.Key(REAL, new CaseId(name), number),
        line.audience(),
        line.relation(),
        line.label(),
        line.way(),
        line.gauge(),
        line.marking());
  }

  public static Links.Slip slip(long number) {
    return new Links.Slip(number, digest("slip " + number));
  }
}
