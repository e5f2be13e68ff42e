package org.parley.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.roster.Charter;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.contacts.TakeSheets;
import org.parley.duties.network.FoundNetwork;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Unpacking;
import org.parley.exchange.Introduction;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.formats.contacts.SheetNewsBytes;
import org.parley.formats.contacts.StatedBytes;
import org.parley.formats.directory.CharterBytes;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.exchange.Exchanging;
import org.parley.node.people.Cast;

/// Pages of States that have said something of themselves, at a node whose network has two members.
class StatedPagesTest {

  private static final Realm REALM = new Realm.Exercise("trial");
  private static final Party BIRCH = new Party("XB");

  @TempDir private static Path folder;
  private static TestNode node;
  private static NodeHome ours;
  private static NodeHome theirs;
  private static TestNode.Browser officer;

  @BeforeAll
  static void meet() {
    node = TestNode.startIn(folder.resolve("xa"), Map.of(SettingKey.REALM, REALM.word()));
    Cast cast = new Cast(node);
    officer = cast.browser(cast.account("officer", Role.TECHNICAL_OFFICER));
    Exchanging exchanging = node.context().getBean(Exchanging.class);
    exchanging.joinExercise(new Party("XA"));
    ours = exchanging.home().orElseThrow();
    NodeSettings settings =
        new NodeSettings(
            new NodeId(BIRCH, "csirt"),
            List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY),
            new NodeSettings.Ways(Optional.empty(), Optional.empty(), Optional.empty()),
            Ceiling.of(Tlp.AMBER),
            false,
            Optional.empty());
    NodeHome.create(folder.resolve("xb"), settings, InstantSource.system().instant()).orThrow();
    theirs = NodeHome.open(folder.resolve("xb"), ours.formats()).orThrow();
    found();
  }

  private static void found() {
    Octets card = theirs.publish();
    ours.publish();
    new Introduction(ours)
        .take(card, Optional.of(theirs.station().seal().certificates().fingerprint()))
        .orThrow();
    Membership desk = new Membership(ours);
    Charter charter =
        desk.founding()
            .drawUp(
                new FoundNetwork.Plan("Trial", REALM, Set.of(theirs.settings().node()), 2),
                ours.station().now())
            .orThrow();
    String readOut = Fingerprints.spoken(CharterBytes.write(charter).digest());
    FoundNetwork other = new Membership(theirs).founding();
    other
        .takePart(desk.founding().file(REALM).orElseThrow(), readOut, ours.station().now())
        .orThrow();
    desk.founding()
        .takePart(other.file(REALM).orElseThrow(), readOut, ours.station().now())
        .orThrow();
  }

  @AfterAll
  static void part() {
    theirs.close();
    node.stop();
  }

  @Test
  void whatAStateSaysStandsApartFromWhatIsHeldAndContradictionsAreTold() {
    String path = "/directory/XB/contacts/new";
    assertThat(officer.post(path, path, office("By hearsay")).statusCode()).isEqualTo(303);
    assertThat(officer.get("/directory/XB").body())
        .contains("As we hold it, not stated by them")
        .contains("By hearsay")
        .doesNotContain("What the State says of itself");

    comes(sheet(1, "Duty desk"), sheet(2, "Night desk"), sheet(2, "Day desk"));

    String page = officer.get("/directory/XB").body();
    assertThat(page)
        .contains("What the State says of itself")
        .contains("stated by the State itself")
        .contains("What follows is what this node wrote down for itself")
        .contains("By hearsay")
        .contains("Two sheets with one number")
        .contains("Kept aside")
        .contains("Day desk")
        .contains("Earlier sheets")
        .contains("Not confirmed by the State so far.");
    assertThat(page.indexOf("Night desk")).isLessThan(page.indexOf("By hearsay"));
    assertThat(officer.get("/directory?as=table&show=kept").body())
        .contains("stated by the State itself")
        .doesNotContain("By hearsay");
    assertThat(officer.get("/directory/XB/sheet").body())
        .contains("Night desk")
        .contains("stated by the State itself")
        .doesNotContain("By hearsay");
    assertThat(officer.get("/directory.csv").body()).contains("Night desk", "exercise-stated");

    comes(
        new StatedSheet(
            BIRCH, REALM, 3, now(), Optional.empty(), Optional.empty(), List.<Contact>of()));
    assertThat(officer.get("/directory/XB").body())
        .contains("The State has taken its sheet back")
        .contains("By hearsay");
  }

  @Test
  void ourOwnSheetIsPublishedWithWhatChangedAndOnlyOnce() {
    assertThat(officer.get("/directory/XA").body()).contains("Nothing has been published so far");
    String path = "/directory/XA/contacts/new";
    officer.post(path, path, office("Alder desk"));
    assertThat(officer.get("/directory/XA").body())
        .contains("Alder desk: new")
        .contains("Goes to 1 node");

    HttpAnswer said = publish();
    assertThat(said.status()).isEqualTo(303);
    assertThat(officer.get("/directory/XA?done=page.directory.told.published").body())
        .contains("on its way to the nodes")
        .contains("It says what is written here.")
        .doesNotContain("Publish without confirming");
    assertThat(publish().status()).as("it says the same").isEqualTo(422);
    assertThat(officer.post("/directory/XB", "/directory/XB/publish", Form.of()).statusCode())
        .as("nobody publishes for another State")
        .isEqualTo(404);
  }

  private record HttpAnswer(int status) {}

  private static HttpAnswer publish() {
    return new HttpAnswer(
        officer.post("/directory/XA", "/directory/XA/publish", Form.of()).statusCode());
  }

  /// Sheets that the other State's node has signed come by parcel.
  private static void comes(StatedSheet... sheets) {
    List<Octets> signed =
        Stream.of(sheets)
            .map(each -> theirs.station().seal().sign(StatedBytes.write(each)))
            .toList();
    Octets content = SheetNewsBytes.write(new SheetNews(signed, List.of()));
    NodeId from = theirs.settings().node();
    Slip slip =
        new Slip(
            new Slip.Journey(from, ours.settings().node(), REALM),
            1,
            Optional.empty(),
            Enclosed.CONTACT_SHEET,
            content.digest(),
            now());
    Unpacking.Unpacked in =
        new Unpacking.Unpacked(
            slip,
            content,
            new Parcel(content, content),
            new Counterpart(from, theirs.station().seal().certificates(), List.of()),
            content);
    TakeSheets take = new TakeSheets(ours.directory(), ours.station().seal());
    ours.station().books().change(book -> take.take(book, in, now()));
  }

  private static Instant now() {
    return ours.station().now();
  }

  private static StatedSheet sheet(long number, String name) {
    return new StatedSheet(
        BIRCH,
        REALM,
        number,
        now(),
        Optional.empty(),
        Optional.empty(),
        List.of(DirectoryOffices.contact(1, name)));
  }

  private static Form office(String name) {
    return Form.of(
        "kind",
        "technical",
        "name",
        name,
        "languages",
        "en",
        "channel-1",
        "+999 1 555 0100",
        "channel-1-means",
        "duty-phone",
        "always",
        "yes",
        "zone",
        "Europe/Vienna");
  }
}
