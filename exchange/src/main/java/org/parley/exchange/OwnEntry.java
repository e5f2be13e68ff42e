package org.parley.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeRecord;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Standing;
import org.parley.core.directory.Way;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.couriers.https.TlsIdentity;
import org.parley.duties.directory.PublishEntry;
import org.parley.duties.directory.RollKeys;
import org.parley.duties.network.KeepRoster;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.seal.IdentityKeys;

/// What this node says of itself to all others: stated anew where anything has changed. Its
/// certificates are renewed by the same way, signed by those before.
public final class OwnEntry {

  static final Duration VALID = Duration.ofDays(3 * 365);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final NodeHome home;
  private final NodeSeal seal;
  private final NodeTls tls;

  OwnEntry(NodeHome home, NodeSeal seal, NodeTls tls) {
    this.home = home;
    this.seal = seal;
    this.tls = tls;
  }

  /// The last instant at which both what this node signs with and what it shows on the wire hold.
  public Instant until() {
    SigningCertificates signing = seal.certificates();
    return Stream.of(signing.classical(), signing.postQuantum(), home.tls().certificateOctets())
        .map(each -> TlsIdentity.certificate(each).getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// Whether this program shows on the wire what our entry names; another program over the same
  /// folder may have renewed it meanwhile.
  boolean isShown() {
    return last()
        .map(NodeRecord::tls)
        .filter(named -> !named.equals(home.tls().certificateOctets()))
        .isEmpty();
  }

  /// Rolls the sealing keys and states our entry anew where anything has changed; the signed entry.
  public Octets publish() {
    turn();
    Octets wire = last().map(NodeRecord::tls).orElseGet(() -> tls.present().certificateOctets());
    return publish(seal, seal.certificates(), wire, revoked());
  }

  /// Renews what this node signs with and what it shows on the wire. Others learn it from an entry
  /// that the certificates before have signed; a roster that names those is asked to name the new.
  ///
  /// @param lost why the earlier certificates count no more from now on, for people, without names;
  ///   empty where they were in nobody else's hands
  /// @return our entry, signed by the new
  public Octets renew(Optional<String> lost) {
    publish();
    Instant now = home.station().now();
    SigningCertificates before = seal.certificates();
    SigningCertificates next = prepared(before, now);
    TlsIdentity wire = tls.prepare(now.minus(CLOCKS_DIFFER), VALID);
    List<Revocation> revoked = new ArrayList<>(revoked());
    lost.ifPresent(why -> {
      revoked.add(new Revocation(before.fingerprint(), now, why));
      // What lies sealed somewhere is sealed anew by who sent it.
      home.keys().ring().held().forEach(keys -> home.keys().ring().destroy(keys.period()));
    });
    publish(seal, next, wire.certificateOctets(), revoked);
    Octets signed = publish();
    nameKeys();
    return signed;
  }

  /// To how many nodes what we say of ourselves goes.
  public long told() {
    return home.station().books().look(home.directory()::nodes).stream()
        .filter(node -> !node.party().equals(home.settings().node().party()))
        .count();
  }

  /// What an attempt before has left, if it was cut off before anybody was told.
  private SigningCertificates prepared(SigningCertificates before, Instant now) {
    IdentityKeys newest = home.keys().identity();
    return newest.certificates().equals(before)
        ? home.keys()
            .renew(home.settings().node(), now.minus(CLOCKS_DIFFER), now.plus(VALID))
            .certificates()
        : newest.certificates();
  }

  /// Has every roster that names an earlier identity of ours name the present one, by the signature
  /// of the earlier; which is destroyed once nobody needs it any more.
  public void nameKeys() {
    turn();
    KeepRoster keeping = new Membership(home).keeping();
    for (IdentityKeys each : home.keys().identities()) {
      if (!each.certificates().equals(seal.certificates()) && !isPrepared(each)) {
        Seal earlier = seal.with(each);
        realms().forEach(realm -> keeping.rekey(realm, earlier, home.station().now()));
        if (realms().stream().allMatch(this::isNamed)) {
          destroy(each);
        }
      }
    }
  }

  private boolean isPrepared(IdentityKeys identity) {
    return identity.equals(home.keys().identity());
  }

  private List<Realm> realms() {
    return home.station().books().look(book -> home.directory().rosters().realms(book));
  }

  private boolean isNamed(Realm realm) {
    Digest present = seal.certificates().fingerprint();
    return new Membership(home)
        .network(realm)
        .flatMap(each -> each.roster().vouched(home.settings().node()))
        .filter(present::equals)
        .isPresent();
  }

  private void destroy(IdentityKeys earlier) {
    home.keys().destroy(earlier);
    home.station()
        .books()
        .change(book ->
            new Journal(book)
                .add(
                    EntryKind.KEY_DESTROYED,
                    new Realm.Real(),
                    home.station().now(),
                    earlier.certificates().fingerprint()));
  }

  /// From the entry in the books on, it is what we sign with and show; also where another program
  /// over the same folder has stated it.
  private void turn() {
    Optional<NodeRecord> last = last();
    seal.turn(last.map(NodeRecord::signing));
    tls.turn(last.map(NodeRecord::tls));
  }

  private Optional<NodeRecord> last() {
    return entry().flatMap(entry -> entry.node(home.settings().node()));
  }

  private List<Revocation> revoked() {
    return entry().map(DirectoryEntry::revoked).orElse(List.of());
  }

  private Optional<DirectoryEntry> entry() {
    return home.station()
        .books()
        .look(book -> home.directory().standing(book, home.settings().node().party()))
        .map(Standing::entry);
  }

  private Octets publish(
      Seal by, SigningCertificates named, Octets wire, List<Revocation> revoked) {
    NodeSettings settings = home.settings();
    Instant now = home.station().now();
    List<SealingKeys> sealing = new RollKeys(home.keys().ring()).run(home.station().books(), now);
    NodeRecord record =
        new NodeRecord(
            settings.node(),
            named,
            wire,
            home.keys().identity().log().publicKey(),
            sealing,
            settings.offices(),
            ways(settings));
    List<OfficeRecord> offices =
        settings.offices().stream()
            .map(kind -> new OfficeRecord(kind, List.of(), List.of("en"), Optional.empty()))
            .toList();
    return new PublishEntry(settings.node(), home.directory(), by)
        .run(
            home.station().books(),
            new PublishEntry.Content(List.of(record), offices, revoked),
            now);
  }

  private static List<Way> ways(NodeSettings settings) {
    List<Way> ways = new ArrayList<>();
    settings.door().ifPresent(door -> ways.add(new Way.Https(door.address().toString())));
    settings
        .relay()
        .ifPresent(
            relay -> ways.add(new Way.Relay(relay.address().toString(), relay.mailbox().hex())));
    settings.mail().ifPresent(mail -> ways.add(new Way.Mail(mail.address())));
    return ways;
  }
}
