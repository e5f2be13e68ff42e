package org.parley.node.permit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Role;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.checks.Checkwork;
import org.parley.duties.checks.KeepChecks;
import org.parley.duties.port.messages.Drafts;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;
import org.parley.duties.register.KeepRegisters;
import org.parley.duties.register.RegisterFile;
import org.parley.exchange.NodeHome;
import org.parley.node.TestNode;
import org.parley.node.directory.DirectoryOffices;
import org.parley.node.exchange.Exchanging;
import org.parley.node.incidents.Room;
import org.parley.node.people.Cast;
import org.parley.node.web.Sites;
import org.parley.node.workbench.DraftOnPages;

/// Things of every kind that a way in can lead to, made fresh so that they are there.
final class Things {

  private static final OfficeId OFFICE = OfficeId.parse("XA/technical").orElseThrow();

  private final TestNode node;
  private final Cast cast;
  private final Account designer;

  Things(TestNode node, Cast cast) {
    this.node = node;
    this.cast = cast;
    this.designer = cast.account("designer", Role.SCALE_DESIGNER);
  }

  /// An office of the State, fresh, so that it is there.
  int contact(Route route) {
    if (route.pattern().endsWith("/nomination/document")) {
      DirectoryOffices.named(node.context());
    }
    if (!route.pattern().contains("{contact}")) {
      return 0;
    }
    return DirectoryOffices.fresh(node.context());
  }

  /// A thing of the kind that the way in leads to, fresh, so that it is there.
  UUID of(Route route, Account account) {
    exchange();
    if (route.pattern().startsWith("/accounts/")) {
      return cast.account("thing", Role.AUDITOR).id();
    }
    if (route.pattern().startsWith("/checks/answer/")) {
      return question(account);
    }
    if (route.pattern().startsWith("/checks/{id}")) {
      return check(account);
    }
    if (route.pattern().startsWith("/messages/")) {
      return conversation(5);
    }
    if (route.pattern().startsWith("/clarifications/")) {
      return conversation(4);
    }
    if (route.pattern().startsWith("/drafts/")) {
      return message();
    }
    if (route.pattern().startsWith("/registers/")) {
      return register(account);
    }
    if (route.pattern().startsWith("/workbench/")) {
      return DraftOnPages.draft(node, account, designer);
    }
    return route.pattern().contains("/incidents/") ? incident(account) : new UUID(0, 0);
  }

  private NodeHome exchange() {
    Exchanging exchanging = node.context().getBean(Exchanging.class);
    exchanging.joinExercise(OFFICE.party());
    return exchanging.home().orElseThrow();
  }

  /// A conversation in which the technical office has something to say.
  private UUID conversation(int format) {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Station station = exchange().station();
    Statement statement = statement(format, id, OFFICE, station.node(), "XA/policy");
    Hand by = new Hand(OFFICE, "somebody");
    Digest digest = new Digest(id.toString().replace("-", "").repeat(2));
    return station
        .books()
        .change(book -> {
          Ledger ledger = new Ledger(book, station.seat(), realm());
          ledger.keep(
              ledger.open(id),
              List.of(new Event.Composed(digest, Outline.of(statement), by, station.now())));
          return id.uuid();
        });
  }

  /// A check that the account's office keeps.
  private UUID check(Account account) {
    OfficeId office = account.office().orElse(OFFICE);
    NodeHome home = exchange();
    List<Party> states = List.of("xb", "xc", "xd", "xe", "xf").stream().map(Party::new).toList();
    CheckPlan plan =
        new CheckPlan(
            Rung.OFFICE_HOURS,
            "A check of its own",
            office,
            new CheckPlan.Ask(states, Set.of(office.kind())),
            home.station().now().plusSeconds(3600),
            Duration.ofHours(1),
            false);
    Actor keeper =
        new Actor(
            new UUID(0, 1), Set.of(Role.TECHNICAL_OFFICER), Optional.of(office), Optional.empty());
    return new KeepChecks(
            new Checkwork(home.station(), node.context().getBean(Permissions.class), false))
        .plan(realm(), new CheckId(UUID.randomUUID()), plan, keeper)
        .orThrow()
        .uuid();
  }

  /// A question of a check to the account's office; its digest is the id said twice.
  private UUID question(Account account) {
    UUID id = UUID.randomUUID();
    Digest digest = new Digest(id.toString().replace("-", "").repeat(2));
    Station station = exchange().station();
    ConversationId conversation = new ConversationId(UUID.randomUUID());
    Statement statement =
        statement(
            2,
            conversation,
            OfficeId.parse("XB/technical").orElseThrow(),
            NodeId.parse("XB/csirt").orElseThrow(),
            account.office().orElse(OFFICE).toString());
    return station
        .books()
        .change(book -> {
          new Trail(book, realm()).begin(digest, conversation);
          Ledger ledger = new Ledger(book, station.seat(), realm());
          ledger.keep(
              ledger.open(conversation),
              List.of(new Event.TakenIn(digest, Outline.of(statement), station.now())));
          return id;
        });
  }

  /// A message that is being written.
  private UUID message() {
    UUID id = UUID.randomUUID();
    Station station = exchange().station();
    return station
        .books()
        .change(book -> {
          book.drafts()
              .keep(
                  new Drafts.Draft(
                      id, realm(), OFFICE, station.now(), "C3", Octets.of("format=C3%2F1")));
          return id;
        });
  }

  private Realm realm() {
    return node.context().getBean(Sites.class).now().realm();
  }

  /// A register that this account's office has brought in, where it may.
  private UUID register(Account account) {
    UUID id = UUID.randomUUID();
    Room room = node.context().getBean(Room.class);
    Actor actor =
        new Actor(
            account.id(), Set.of(Role.TECHNICAL_OFFICER), account.office(), account.organisation());
    new KeepRegisters(room.work(), realm(), actor)
        .begin(id, RegisterFile.Kind.TABLE, "a.csv", Octets.of("Title,Users\nOne,2\n"));
    return id;
  }

  /// An incident that an operator reported itself, and that for others their office holds.
  private UUID incident(Account account) {
    Actor actor =
        new Actor(
            account.id(),
            Set.of(account.organisation().isPresent() ? Role.OPERATOR : Role.TECHNICAL_OFFICER),
            account.office(),
            account.organisation());
    UUID id = UUID.randomUUID();
    Room room = node.context().getBean(Room.class);
    new ReportIncident(room.work())
        .run(
            realm(),
            new CaseId(id),
            new ReportIncident.Report(
                room.house().holder(),
                "A case of its own",
                Optional.empty(),
                Marking.of(Tlp.AMBER),
                Stating.NOTHING),
            actor)
        .orThrow();
    return id;
  }

  private Statement statement(
      int format, ConversationId conversation, OfficeId from, NodeId node, String to) {
    Station station = exchange().station();
    return new Statement(
        new Heading(
            new FormatId(format, 1),
            conversation,
            realm(),
            SeriesNumber.of(realm(), 1),
            station.now(),
            Heading.Languages.only("en")),
        new org.parley.core.exchange.Route(
            from,
            node,
            station.seal().certificates().fingerprint(),
            List.of(OfficeId.parse(to).orElseThrow()),
            List.of()),
        Ties.NONE,
        Marking.of(Tlp.AMBER),
        List.of(),
        Statement.Rest.NONE);
  }
}
