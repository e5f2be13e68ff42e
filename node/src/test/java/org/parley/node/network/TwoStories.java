package org.parley.node.network;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.contacts.TakeSheets;
import org.parley.duties.network.FoundNetwork;
import org.parley.duties.network.TakeNews;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Unpacking;
import org.parley.exchange.Introduction;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.formats.contacts.CampaignBytes;
import org.parley.formats.contacts.SheetNewsBytes;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.NewsBytes;
import org.parley.formats.directory.RosterBytes;
import org.parley.node.TestNode;
import org.parley.node.exchange.Exchanging;

/// A State's node in the network of a secretariat that signs two texts under one number.
final class TwoStories implements AutoCloseable {

  final LocalDate by = LocalDate.now(ZoneOffset.UTC).plusDays(30);

  private static final Realm REALM = new Realm.Exercise("trial");
  private static final NodeId DESK = new NodeId(new Party("secretariat"), "desk");
  private static final NodeId BIRCH = new NodeId(new Party("XB"), "csirt");
  private static final NodeId CEDAR = new NodeId(new Party("XC"), "csirt");

  private final Path folder;
  private final TestNode node;
  private final NodeHome ours;
  private final NodeHome desk;
  private final Charter charter;

  TwoStories(Path folder) {
    this.folder = folder;
    node =
        TestNode.startIn(folder.resolve("xa"), Map.of(SettingKey.REALM, REALM.word())).withDoors();
    Exchanging exchanging = node.context().getBean(Exchanging.class);
    exchanging.joinExercise(new Party("XA"));
    ours = exchanging.home().orElseThrow();
    desk = home("desk", DESK);
    charter = found();
  }

  TestNode node() {
    return node;
  }

  private NodeHome home(String name, NodeId id) {
    NodeSettings settings =
        new NodeSettings(
            id,
            id.party().isState()
                ? List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY)
                : List.of(OfficeKind.SECRETARIAT),
            new NodeSettings.Ways(Optional.empty(), Optional.empty(), Optional.empty()),
            Ceiling.of(Tlp.AMBER),
            false,
            Optional.empty());
    NodeHome.create(folder.resolve(name), settings, InstantSource.system().instant()).orThrow();
    return NodeHome.open(folder.resolve(name), ours.formats()).orThrow();
  }

  /// The secretariat draws the charter up, and the State takes part in it.
  private Charter found() {
    desk.publish();
    Octets card = ours.publish();
    new Introduction(desk)
        .take(card, Optional.of(ours.station().seal().certificates().fingerprint()))
        .orThrow();
    FoundNetwork founding = new Membership(desk).founding();
    Charter drawn =
        founding
            .drawUp(new FoundNetwork.Plan("Trial", REALM, Set.of(ours.settings().node()), 2), now())
            .orThrow();
    String readOut = Fingerprints.spoken(CharterBytes.write(drawn).digest());
    FoundNetwork other = new Membership(ours).founding();
    other.takePart(founding.file(REALM).orElseThrow(), readOut, now()).orThrow();
    founding.takePart(other.file(REALM).orElseThrow(), readOut, now()).orThrow();
    return drawn;
  }

  /// Two rounds of this year under the number 1, the second with five days more.
  void rounds() {
    List<Octets> signed =
        Stream.of(by, by.plusDays(5))
            .map(last ->
                new Campaign(REALM, by.getYear(), 1, now(), last, List.of(), Optional.empty()))
            .map(each -> desk.station().seal().sign(CampaignBytes.write(each)))
            .toList();
    Octets content = SheetNewsBytes.write(new SheetNews(List.of(), signed));
    TakeSheets take = new TakeSheets(ours.directory(), ours.station().seal());
    ours.station()
        .books()
        .change(book -> take.take(book, came(content, Enclosed.CONTACT_SHEET), now()));
  }

  /// The State is registered by link 1; another link 1 registers it under another document, beside
  /// the signature of somebody who never saw it.
  void links() {
    Undersigned first = link("Note 17/2026");
    Undersigned second = link("Note 99/2026");
    Octets copied = second.signatures().getFirst().signed();
    Undersigned other =
        second.with(new Undersigned(List.of(new Undersigned.Signature(CEDAR, copied))));
    news(new RosterNews(Optional.empty(), List.of(first), List.of(), List.of()));
    news(new RosterNews(Optional.empty(), List.of(other), List.of(), List.of()));
  }

  private Undersigned link(String reference) {
    RosterEntry entry =
        new RosterEntry(
            "Trial",
            REALM,
            1,
            CharterBytes.write(charter).digest(),
            now(),
            new RosterChange.Add(
                ours.settings().node(),
                RosterChange.Role.MEMBER,
                ours.station().seal().certificates().fingerprint()),
            reference);
    return signed(RosterBytes.write(entry));
  }

  private Undersigned signed(Octets content) {
    return new Undersigned(
        List.of(new Undersigned.Signature(DESK, desk.station().seal().sign(content))));
  }

  /// Another first charter, by which one party more would have to sign a change.
  void charters() {
    Charter other =
        new Charter(
            charter.heading(),
            charter.roots(),
            charter.registrars(),
            new Charter.Limits(
                charter.limits().signatures(),
                charter.limits().witnesses(),
                charter.limits().largestParcel(),
                charter.limits().offlineDays() + 1),
            charter.timeStampAuthorities(),
            charter.suites());
    news(
        new RosterNews(
            Optional.of(signed(CharterBytes.write(other))), List.of(), List.of(), List.of()));
  }

  /// Entries come of a State that nobody has named, and of the secretariat under other keys.
  void strangers() {
    try (NodeHome birch = home("xb", BIRCH);
        NodeHome another = home("another-desk", DESK)) {
      news(
          new RosterNews(
              Optional.empty(), List.of(), List.of(), List.of(birch.publish(), another.publish())));
    }
  }

  private void news(RosterNews news) {
    TakeNews take = new TakeNews(ours.settings().node(), ours.directory(), ours.station().seal());
    Unpacking.Unpacked in = came(NewsBytes.write(news), Enclosed.ROSTER_ENTRY);
    ours.station().books().change(book -> take.take(book, in, now()));
  }

  private Unpacking.Unpacked came(Octets content, Enclosed what) {
    Slip slip =
        new Slip(
            new Slip.Journey(DESK, ours.settings().node(), REALM),
            1,
            Optional.empty(),
            what,
            content.digest(),
            now().minus(Duration.ofSeconds(1)));
    return new Unpacking.Unpacked(
        slip,
        content,
        new Parcel(content, content),
        new Counterpart(DESK, desk.station().seal().certificates(), List.of()),
        content);
  }

  private Instant now() {
    return ours.station().now();
  }

  @Override
  public void close() {
    desk.close();
    node.stop();
  }
}
