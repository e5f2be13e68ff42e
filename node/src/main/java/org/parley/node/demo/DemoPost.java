package org.parley.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.ActOnStatement;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.duties.SendStatement;
import org.parley.duties.checks.Checkwork;
import org.parley.duties.checks.KeepChecks;
import org.parley.duties.record.Ledger;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.node.web.Tour;

/// What the offices of the demo have said to each other when somebody walks in: written, sent and
/// acknowledged by the duties that their pages call.
final class DemoPost implements AutoCloseable {

  private static final int NOTICE = 3;
  private static final int QUESTION = 4;
  private static final String COURTESY = "ru";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final DemoMember alder;
  private final DemoMember birch;
  private final DemoMember secretariat;
  private final Tour tour;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param members XA, XB and the secretariat
  DemoPost(List<DemoMember> members, Tour tour) {
    this.alder = members.get(0);
    this.birch = members.get(1);
    this.secretariat = members.get(2);
    this.tour = tour;
  }

  /// Sends what is sent, and goes on in the background with what waits for its arrival.
  void begin() {
    ComposeStatement.Composed notice = send(alder, "csirt", notice());
    tour.note("conversation", "/messages/" + notice.conversation());
    tour.note("statement", notice.statement().hex());
    ComposeStatement.Composed warning = send(birch, "csirt", warning());
    ComposeStatement.Composed question = send(birch, "policy", question());
    tour.note("clarification", "/clarifications/" + question.conversation());
    check();
    Thread.ofPlatform()
        .name("story")
        .daemon()
        .start(() -> {
          registered();
          acknowledged(warning.statement());
        });
  }

  private static ComposeStatement.Composed send(DemoMember from, String login, Draft draft) {
    return new SendStatement(from.home().station(), false)
        .run(draft, from.hand(login), from.hand(login))
        .orThrow();
  }

  private static OfficeId technical(String state) {
    return new OfficeId(new Party(state), OfficeKind.TECHNICAL);
  }

  private static Draft draft(
      DemoMember from,
      String login,
      int format,
      List<OfficeId> to,
      Items items,
      Draft.File... files) {
    Instant now = from.home().station().now();
    Duration proposed = Duration.ofHours(format == QUESTION ? 48 : 24);
    return new Draft(
        new Draft.Subject(new FormatId(format, 1), Optional.empty(), DemoNetwork.REALM),
        new Draft.Addresses(from.office(login), to, List.of()),
        Heading.Languages.only("en"),
        Ties.NONE.proposing(now.plus(proposed)),
        Marking.of(Tlp.AMBER, Pap.AMBER),
        items.all,
        new Draft.Rest(Optional.empty(), List.of(files)));
  }

  /// XA tells two States of the incident at the hospitals; one of them is switched off.
  private Draft notice() {
    Instant now = alder.home().station().now();
    Items items =
        new Items()
            .say(1, "XA-2026-1")
            .say(2, now.minus(Duration.ofHours(9)).toString())
            .absent(3)
            .say(
                4,
                "The appointment and laboratory systems of a regional hospital operator do not"
                    + " answer; files carry a new ending, and a note asks for money.")
            .say(5, "availability: unavailable", "serviceClass: essential")
            .say(6, "Appointments and laboratory")
            .say(7, "health")
            .nil(8)
            .say(9, "easing")
            .say(10, "Copies are being checked; the systems are cut off from the net.")
            .say(11, "look")
            .nil(13);
    return draft(alder, "csirt", NOTICE, List.of(technical("XB"), technical("XC")), items);
  }

  private Draft warning() {
    Instant now = birch.home().station().now();
    Items items =
        new Items()
            .say(1, "XB-2026-7")
            .say(2, now.minus(Duration.ofHours(30)).toString())
            .absent(3)
            .say(
                4,
                "Letters that promise a tax refund ask people for the codes of their bank. Pages"
                    + " were taken down in two places.")
            .nil(5)
            .nil(6)
            .say(7, "banking")
            .nil(8)
            .say(9, "steady")
            .say(10, "The banks were told.")
            .say(11, "take-note")
            .nil(13);
    Draft.File pages =
        new Draft.File(
            "pages-taken-down.csv",
            Octets.of("page,taken down\r\nrefund.example,yes\r\ntax-refund.example,yes\r\n"));
    return draft(birch, "csirt", NOTICE, List.of(technical("XA")), items, pages);
  }

  /// The ministry of XB asks that of XA, before anybody draws conclusions; a courtesy translation
  /// into its own language stands beside.
  private Draft question() {
    Items items =
        new Items()
            .say(1, "XB-2026-9")
            .say(
                2,
                "The third confidence-building measure, voluntary; without prejudice to the"
                    + " position of either State.")
            .beside(
                "Третья мера укрепления доверия, на добровольной основе; без ущерба для позиции"
                    + " любого из государств.")
            .say(
                3,
                "Letters that ask people in Birch for the codes of their bank point to two machines"
                    + " at a hosting company in Alder.")
            .beside(
                "Письма, в которых у жителей Берёзы просят коды их банка, ведут на две машины"
                    + " хостинговой компании в Ольхе.")
            .nil(4)
            .say(5, "Are the two machines known to you?", "Can what they recorded be kept?")
            .beside("Известны ли вам эти две машины?", "Можно ли сохранить то, что они записали?")
            .nil(6)
            .say(7, "written")
            .nil(8);
    Draft draft =
        draft(
            birch,
            "policy",
            QUESTION,
            List.of(new OfficeId(new Party("XA"), OfficeKind.POLICY)),
            items);
    return new Draft(
        draft.subject(),
        draft.addresses(),
        new Heading.Languages("en", new TreeMap<>(Map.of(COURTESY, Heading.Made.PERSON))),
        draft.ties(),
        draft.marking(),
        draft.items(),
        draft.rest());
  }

  /// The secretariat asks both States for a word that shows that their offices can be reached.
  private void check() {
    CheckPlan plan =
        new CheckPlan(
            Rung.OFFICE_HOURS,
            "First check of the exercise",
            secretariat.office("desk"),
            new CheckPlan.Ask(
                List.of(new Party("XA"), new Party("XB")), Set.of(OfficeKind.TECHNICAL)),
            secretariat.home().station().now(),
            Duration.ofHours(24),
            true);
    CheckId id =
        new KeepChecks(
                new Checkwork(
                    secretariat.home().station(),
                    secretariat.node().getBean(Permissions.class),
                    false))
            .plan(
                DemoNetwork.REALM, new CheckId(UUID.randomUUID()), plan, secretariat.actor("desk"))
            .orThrow();
    tour.note("check", "/checks/" + id);
  }

  /// XA opens the warning of XB and takes note of it, once it has come. Once a State's signature
  /// has put the charter in force, the secretariat registers the two States that have named their
  /// offices; the third is in the charter alone.
  private void registered() {
    NodeHome home = secretariat.home();
    Membership desk = new Membership(home);
    if (comes(() -> desk.network(DemoNetwork.REALM).isPresent())) {
      for (DemoMember state : List.of(alder, birch)) {
        desk.keeping()
            .register(
                DemoNetwork.REALM,
                state.home().settings().node(),
                "Note verbale " + state.troupe().party() + "-4/2026",
                home.station().now())
            .orThrow();
      }
    }
  }

  private void acknowledged(Digest warning) {
    if (arrived(alder, warning)) {
      ActOnStatement act = new ActOnStatement(alder.home().station());
      act.open(DemoNetwork.REALM, warning, alder.hand("csirt")).orThrow();
      act.acknowledge(DemoNetwork.REALM, warning, alder.hand("csirt"), Optional.empty()).orThrow();
    }
  }

  private boolean arrived(DemoMember at, Digest statement) {
    return comes(() -> isThere(at, statement));
  }

  private boolean comes(BooleanSupplier wanted) {
    Instant end = alder.home().station().now().plus(PATIENCE);
    try {
      while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)
          && alder.home().station().now().isBefore(end)) {
        if (wanted.getAsBoolean()) {
          return true;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static boolean isThere(DemoMember at, Digest statement) {
    return at.home()
        .station()
        .books()
        .look(book ->
            new Ledger(book, at.home().station().seat(), DemoNetwork.REALM)
                .conversationOf(statement))
        .isPresent();
  }

  @Override
  public void close() {
    stopped.countDown();
  }

  /// The items of a form while they are filled in.
  private static final class Items {

    private final List<Draft.ItemDraft> all = new ArrayList<>();

    private Items say(int number, String... texts) {
      return add(number, new Item.Value(List.of(texts)));
    }

    /// What the item said last says in the second language.
    private Items beside(String... texts) {
      Draft.ItemDraft last = all.removeLast();
      all.add(
          new Draft.ItemDraft(
              last.number(), last.said(), new TreeMap<>(Map.of(COURTESY, List.of(texts)))));
      return this;
    }

    private Items nil(int number) {
      return add(number, new Item.Nil());
    }

    private Items absent(int number) {
      return add(number, new Item.Absent(Item.Reason.NOT_KNOWN_YET, Optional.empty()));
    }

    private Items add(int number, Item.Said said) {
      all.add(Draft.ItemDraft.of(number, said));
      return this;
    }
  }
}
