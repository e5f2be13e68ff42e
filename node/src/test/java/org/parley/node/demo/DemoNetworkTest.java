package org.parley.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.duties.port.UnreachableException;
import org.parley.node.Form;
import org.parley.node.ParleyNode;
import org.parley.node.TestNode;

/// The demo as a visitor meets it: three nodes, a relay, and one story.
class DemoNetworkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Pattern FINGERPRINT = Pattern.compile("([0-9]{5} ){11}[0-9]{5}");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir private static Path folder;
  private static DemoNetwork network;
  private static String told;

  @BeforeAll
  static void start() {
    network = DemoNetwork.begin(folder.resolve("demo"), ParleyNode::startOnTour);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.tell(new PrintStream(out, true, StandardCharsets.UTF_8));
    told = out.toString(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  private static TestNode.Browser at(int node) {
    List<String> found =
        ADDRESS.matcher(told).results().map(hit -> hit.group()).distinct().toList();
    return TestNode.browserAt(URI.create(found.get(node)));
  }

  /// Somebody of a node, as the button of the page makes a visitor.
  private static TestNode.Browser being(int node, String who) {
    TestNode.Browser browser = at(node);
    HttpResponse<String> in = browser.post("/try", "/try/be", Form.of("who", who, "to", "/"));
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    return browser;
  }

  private static String until(TestNode.Browser who, String path, Predicate<String> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    String body = who.get(path).body();
    while (!wanted.test(body) && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(250);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      body = who.get(path).body();
    }
    assertThat(wanted.test(body)).as(body).isTrue();
    return body;
  }

  @Test
  void thePageOfWhatToTryIsToldFirstAndStandsAtEveryNodeWithTenSteps() {
    assertThat(told).startsWith("What to try: http://127.0.0.1:");
    for (int node = 0; node < 3; node++) {
      String page = at(node).get("/try").body();
      assertThat(page)
          .contains("id=\"step-1\"")
          .contains("id=\"step-10\"")
          .contains("you are here");
      assertThat(at(node).get("/").body()).contains("href=\"/try\"");
    }
  }

  @Test
  void theNoticeOfTheStoryArrivesThroughTheRelayAndOneCopyWaitsThereSealed() {
    TestNode.Browser birch = being(1, "csirt");
    until(birch, "/messages", list -> list.contains("XA-2026-1"));
    TestNode.Browser desk = being(2, "desk");
    String waiting = until(desk, "/custody", list -> list.contains("XC/csirt"));
    // Others may be on their way at this moment: the one in the mailbox that nobody empties.
    Matcher parcel =
        Pattern.compile("(?s)href=\"(/custody/[0-9a-f]{64})\"(?:(?!</tr>).)*XC/csirt")
            .matcher(waiting);
    assertThat(parcel.find()).isTrue();

    String sealed = desk.get(parcel.group(1)).body();
    assertThat(sealed)
        .contains("Sealed: not for you")
        .contains("they do not open it")
        .doesNotContain("hospital");
    assertThat(desk.get("/custody/" + "0".repeat(64)).statusCode()).isEqualTo(410);
    assertThat(birch.get("/custody").statusCode()).isEqualTo(404);
  }

  @Test
  void theCheckOfTheSecretariatComesToBothStates() {
    until(being(0, "csirt"), "/messages", list -> list.contains("C2"));
    until(being(1, "csirt"), "/messages", list -> list.contains("C2"));
  }

  @Test
  void everyNodeShowsOneCharterAndWhoIsRegisteredAndHowEachEntryCame() {
    TestNode.Browser desk = being(2, "desk");
    String ours = until(desk, "/network", page -> page.contains("Note verbale XB-4/2026"));
    Matcher print = FINGERPRINT.matcher(ours);
    assertThat(print.find()).isTrue();
    String theirs =
        until(being(1, "policy"), "/network", page -> page.contains("Note verbale XB-4/2026"));

    assertThat(theirs)
        .contains(print.group())
        .contains("named by the charter or the roster")
        .contains("in the charter, not registered yet");
    assertThat(being(1, "operator").get("/network").statusCode()).isEqualTo(404);
    assertThat(desk.get("/network/file").body()).startsWith("{\"parley\":\"roster-news/1\"");
  }

  @Test
  void whatAStateSaysOfItsOfficesStandsAtTheOtherNodesAsItsOwnWordAndIsAttested() {
    String there = until(being(1, "policy"), "/directory/XA", page -> page.contains("CSIRT of XA"));
    assertThat(there)
        .contains("stated by the State itself")
        .contains("Not confirmed by the State so far.")
        .contains("from the State’s own node XA/csirt")
        .doesNotContain("As we hold it");

    TestNode.Browser ours = being(0, "csirt");
    assertThat(ours.get("/directory/XA").body())
        .contains("Goes to ")
        .contains("It says what is written here.");
    HttpResponse<String> done = ours.post("/directory/XA", "/directory/XA/confirm", Form.of());

    assertThat(done.statusCode()).isEqualTo(303);
    until(
        being(2, "desk"),
        "/directory/XA",
        page ->
            page.contains("CSIRT of XA")
                && !page.contains("Not confirmed")
                && page.contains("Earlier sheets"));
  }

  @Test
  void theSecretariatAsksAndEachStatesAnswerStandsInItsTable() {
    TestNode.Browser desk = being(2, "desk");
    assertThat(desk.post("/campaigns", "/campaigns", Form.of("year", "x", "by", "")).statusCode())
        .isEqualTo(422);
    String year = String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear());
    String by = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    HttpResponse<String> opened =
        desk.post("/campaigns", "/campaigns", Form.of("year", year, "by", by));
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);

    String asked = "Please confirm your sheet of offices by " + by;
    TestNode.Browser birch = being(1, "policy");
    until(birch, "/", page -> page.contains(asked));
    assertThat(being(1, "operator").get("/").body()).doesNotContain(asked);
    assertThat(being(1, "admin").get("/").body())
        .contains("A policy or technical officer of this node confirms it");
    assertThat(birch.get("/directory/XB").body()).contains(asked);
    assertThat(desk.get("/campaigns/" + year).body()).contains("no answer yet");
    assertThat(birch.get("/campaigns").statusCode()).isEqualTo(404);

    birch.post("/directory/XB", "/directory/XB/confirm", Form.of());

    assertThat(birch.get("/").body()).doesNotContain(asked);
    until(desk, "/campaigns/" + year, page -> page.contains("confirmed, as before"));
    assertThat(desk.get("/campaigns/" + year + "/table.csv").body())
        .contains("\"answer\"")
        .contains("\"XB\",\"Birch (fictitious)\",\"confirmed, as before\"");
    String one = "/campaigns/" + year;
    assertThat(desk.post(one, one + "/remind", Form.of()).statusCode()).isEqualTo(303);
    assertThat(desk.post(one, one + "/remind", Form.of()).statusCode()).isEqualTo(422);
    assertThat(desk.post(one, one + "/end", Form.of()).statusCode()).isEqualTo(303);
    assertThat(desk.get(one).body()).contains("closed").doesNotContain("Close the round");
  }

  @Test
  void theSecretariatsDeskShowsWhatIsToBeRegisteredWhoWasHeardAndTheDocuments() {
    TestNode.Browser ours = being(0, "policy");
    ours.post(
        "/directory/XA",
        "/directory/XA/nomination",
        Form.of("authority", "Ministry of XA", "document", "NV 9/26", "day", "2026-01-02"));
    ours.post("/directory/XA", "/directory/XA/publish", Form.of());
    TestNode.Browser desk = being(2, "desk");
    String page = until(desk, "/secretariat", body -> body.contains("NV 9/26"));

    assertThat(page)
        .contains("href=\"/network\"")
        .contains("href=\"/campaigns\"")
        .contains("href=\"/custody\"")
        .contains("XB/csirt")
        .contains("href=\"/directory/XA#standing\"");
    assertThat(being(1, "policy").get("/secretariat").statusCode()).isEqualTo(404);

    desk.post(
        "/directory/XA",
        "/directory/XA/registration",
        Form.of("reference", "SEC/12", "registered", "2026-11-20"));

    assertThat(desk.get("/secretariat").body())
        .contains("SEC/12")
        .doesNotContain("href=\"/directory/XA#standing\"");
  }

  @Test
  void aStateIsOutOnceTwoOtherStatesHaveSignedWhatTheSecretariatProposes() {
    TestNode.Browser desk = being(2, "desk");
    until(desk, "/network", page -> page.contains("Note verbale XB-4/2026"));

    desk.post(
        "/network", "/network/removals", Form.of("remove", "XC/csirt", "reason", "Note 9/2026"));
    assertThat(desk.get("/network").body())
        .contains("Waits for signatures")
        .contains("This node has signed it.")
        .doesNotContain("removed: nothing is sealed to it");
    String sign = waiting(being(0, "policy"));
    assertThat(being(0, "csirt").post("/network", sign, Form.of()).statusCode()).isEqualTo(404);
    being(0, "policy").post("/network", sign, Form.of());
    until(desk, "/network", page -> page.contains("set-aside"));
    assertThat(desk.get("/network").body()).doesNotContain("removed: nothing is sealed to it");
    being(1, "policy").post("/network", waiting(being(1, "policy")), Form.of());

    until(desk, "/network", page -> page.contains("removed: nothing is sealed to it"));
    until(being(1, "csirt"), "/network", page -> page.contains("removed: nothing is sealed to it"));
  }

  private static String waiting(TestNode.Browser officer) {
    String page = until(officer, "/network", each -> each.contains("/sign\""));
    Matcher sign =
        Pattern.compile("action=\"(/network/proposals/[0-9a-f]{64}/sign)\"").matcher(page);
    assertThat(sign.find()).isTrue();
    return sign.group(1);
  }

  @Test
  void anotherCharterIsInForceOnceAnotherPartyHasSignedIt() {
    TestNode.Browser desk = being(2, "desk");
    until(desk, "/network", page -> page.contains("Note verbale XB-4/2026"));
    TestNode.Browser alder = being(0, "policy");
    until(alder, "/network", page -> page.contains("Note verbale XB-4/2026"));
    Form both =
        Form.of("registrars", "secretariat/desk", "registrars", "XB/csirt", "why", "Decision 4")
            .with("witnesses", "1");

    assertThat(alder.post("/network", "/network/amendments", both.with("signatures", "1")).body())
        .contains("at least two signatures")
        .contains("value=\"Decision 4\"");
    alder.post("/network", "/network/amendments", both.with("signatures", "2"));
    assertThat(alder.get("/network").body())
        .contains("Charter number 2")
        .contains("This node has signed it.");
    String waits =
        until(desk, "/network", page -> page.contains("Decision 4") && page.contains("/sign\""));
    Matcher sign =
        Pattern.compile("action=\"(/network/proposals/[0-9a-f]{64}/sign)\"").matcher(waits);
    assertThat(sign.find()).isTrue();
    desk.post("/network", sign.group(1), Form.of());

    for (int node : List.of(2, 0, 1)) {
      until(
          being(node, node == 2 ? "desk" : "policy"),
          "/network",
          page -> page.contains("<dt>Number</dt><dd>2</dd>") && page.contains("Who has a say"));
    }
  }

  @Test
  void whatCannotBeTakenAtTheNetworkIsToldBesideItsField() {
    TestNode.Browser admin = being(0, "admin");
    assertThat(admin.post("/network", "/network/take-part", Form.of("digits", "1")).body())
        .contains("This is no file of a network.");
    assertThat(
            admin
                .post("/network", "/network/held/XB/compared", Form.of("digits", "0".repeat(60)))
                .body())
        .contains("The fingerprint is not the one that was read out.");
    HttpResponse<String> twice =
        being(2, "desk")
            .post("/network", "/network/registrations", Form.of("register", "XA/csirt"));
    assertThat(twice.statusCode()).isEqualTo(422);
  }

  @Test
  void nobodyButThePeopleOfTheNodeIsLetIn() {
    TestNode.Browser browser = at(2);
    assertThat(browser.post("/try", "/try/be", Form.of("who", "csirt")).statusCode())
        .isEqualTo(404);
    HttpResponse<String> away =
        browser.post("/try", "/try/be", Form.of("who", "desk", "to", "//other.example"));
    assertThat(away.headers().firstValue("Location")).contains("/");
  }

  @Test
  void anOrdinaryExerciseHasNoPageOfWhatToTryAndLetsNobodyInByIt() {
    TestNode.Browser browser = TestNode.shared().withDoors().browser();

    assertThat(browser.get("/try").statusCode()).isEqualTo(404);
    assertThat(browser.post("/", "/try/be", Form.of("who", "csirt", "to", "/")).statusCode())
        .isEqualTo(404);
    assertThat(browser.get("/").body()).doesNotContain("/try");
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws java.io.IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("diary"), "mine");

    assertThatThrownBy(() -> DemoNetwork.begin(taken, ParleyNode::startOnTour))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("not empty");
    try (Stream<Path> left = Files.list(taken)) {
      assertThat(left).hasSize(1);
    }
  }
}
