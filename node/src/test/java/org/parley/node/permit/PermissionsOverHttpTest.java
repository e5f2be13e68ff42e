package org.parley.node.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
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
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.port.messages.Drafts;
import org.parley.duties.record.Ledger;
import org.parley.duties.register.KeepRegisters;
import org.parley.duties.register.RegisterFile;
import org.parley.exchange.NodeHome;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.directory.DirectoryOffices;
import org.parley.node.exchange.Exchanging;
import org.parley.node.incidents.Room;
import org.parley.node.people.Cast;
import org.parley.node.web.Sites;
import org.parley.node.workbench.DraftOnPages;

/// Every cell of role and way in, over HTTP: what the table does not allow does not exist.
class PermissionsOverHttpTest {

  private static final int ABSENT = 404;
  private static final OfficeId OFFICE = OfficeId.parse("XA/technical").orElseThrow();

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Account designer = cast.account("designer", Role.SCALE_DESIGNER);
  private final Permissions permissions = node.context().getBean(Permissions.class);

  @Test
  void eachRoleTakesTheWaysThatTheTableAllowsItAndNoOther() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Account account = cast.account(role.word(), role);
      for (Route route : Routes.TABLE) {
        if (!(route.access() instanceof Access.Anyone)) {
          boolean there = status(account, route) != ABSENT;
          if (there != allowed(role, route.access())) {
            wrong.add(role.word() + " " + route + (there ? " got in" : " was kept out"));
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void whoIsNotSignedInTakesNoneOfThem() {
    for (Route route : Routes.TABLE) {
      if (!(route.access() instanceof Access.Anyone)) {
        int status = send(node.browser(), route, new UUID(0, 0));
        assertThat(status).as("%s", route).isEqualTo(route.method().equals("GET") ? 303 : ABSENT);
      }
    }
  }

  @Test
  void anAccountWithoutRolesTakesNoneOfThem() {
    Account nobody = cast.account("nobody");
    for (Route route : Routes.TABLE) {
      if (!(route.access() instanceof Access.Anyone)) {
        assertThat(status(nobody, route)).as("%s", route).isEqualTo(ABSENT);
      }
    }
  }

  private boolean allowed(Role role, Access access) {
    return switch (access) {
      case Access.Anyone() -> true;
      case Access.May(var action) -> permissions.allow(role, action, Relation.NOTHING);
      case Access.MayOnOwn(var action) -> permissions.allow(role, action, Relation.OWN);
      case Access.MayOnThing(var action) ->
          List.of(Relation.values()).stream()
              .anyMatch(relation -> permissions.allow(role, action, relation));
      case Access.MayEitherOnThing(var one, var other) ->
          allowed(role, new Access.MayOnThing(one)) || allowed(role, new Access.MayOnThing(other));
    };
  }

  /// Signed in anew for each way in: some of them sign out.
  private int status(Account account, Route route) {
    exchange();
    return send(cast.browser(account), route, thing(route, account));
  }

  private int send(TestNode.Browser browser, Route route, UUID thing) {
    String path =
        route
            .pattern()
            .replace("{id}", thing.toString())
            .replace("{file}", "none")
            .replace("{number}", "8")
            .replace("{state}", "XA")
            .replace("{contact}", String.valueOf(contact(route)));
    return route.method().equals("GET")
        ? browser.get(path).statusCode()
        : browser.post("/", path, Form.of("language", "en")).statusCode();
  }

  /// An office of the State, fresh, so that it is there.
  private int contact(Route route) {
    if (route.pattern().endsWith("/nomination/document")) {
      DirectoryOffices.named(node.context());
    }
    if (!route.pattern().contains("{contact}")) {
      return 0;
    }
    return DirectoryOffices.fresh(node.context());
  }

  /// A thing of the kind that the way in leads to, fresh, so that it is there.
  private UUID thing(Route route, Account account) {
    if (route.pattern().startsWith("/accounts/")) {
      return cast.account("thing", Role.AUDITOR).id();
    }
    if (route.pattern().startsWith("/workbench/")) {
      return DraftOnPages.draft(node, account, designer);
    }
    if (route.pattern().startsWith("/messages/")) {
      return conversation();
    }
    if (route.pattern().startsWith("/drafts/")) {
      return draft();
    }
    if (route.pattern().startsWith("/registers/")) {
      return register(account);
    }
    return route.pattern().startsWith("/incidents/") ? incident(account) : new UUID(0, 0);
  }

  private NodeHome exchange() {
    Exchanging exchanging = node.context().getBean(Exchanging.class);
    exchanging.joinExercise(OFFICE.party());
    return exchanging.home().orElseThrow();
  }

  /// A conversation in which the technical office has something to say.
  private UUID conversation() {
    ConversationId id = new ConversationId(UUID.randomUUID());
    Station station = exchange().station();
    Statement statement =
        new Statement(
            new Heading(
                new FormatId(5, 1),
                id,
                realm(),
                SeriesNumber.of(realm(), 1),
                station.now(),
                Heading.Languages.only("en")),
            new org.parley.core.exchange.Route(
                OFFICE,
                station.node(),
                station.seal().certificates().fingerprint(),
                List.of(OfficeId.parse("XA/policy").orElseThrow()),
                List.of()),
            Ties.NONE,
            Marking.of(Tlp.AMBER),
            List.of(),
            Statement.Rest.NONE);
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

  private UUID draft() {
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
    new KeepRegisters(room.work(), node.context().getBean(Sites.class).now().realm(), actor)
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
            node.context().getBean(Sites.class).now().realm(),
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
}
