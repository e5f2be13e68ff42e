package org.parley.node.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;
import org.parley.node.people.Programs;

/// Every cell of role and way in, over HTTP: what the table does not allow does not exist.
class PermissionsOverHttpTest {

  private static final int ABSENT = 404;
  private static final int DEFECT = 500;

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Programs programs = new Programs(node);
  private final Things things = new Things(node, cast);
  private final Permissions permissions = node.context().getBean(Permissions.class);

  @Test
  void eachRoleTakesTheWaysThatTheTableAllowsItAndNoOther() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Account account = cast.account(role.word(), role);
      for (Route route : Routes.TABLE) {
        if (!(route.access() instanceof Access.Anyone)) {
          int status = status(account, route);
          boolean there = status != ABSENT;
          if (status == DEFECT) {
            wrong.add(role.word() + " " + route + " answers " + status);
          } else if (there != allowed(role, route.access())) {
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
        int refused = route.method().equals("GET") ? 303 : ABSENT;
        assertThat(status).as("%s", route).isEqualTo(isForPrograms(route) ? 401 : refused);
      }
    }
  }

  @Test
  void aTokenGivesNoMoreThanItsScopesWhateverItsOwnerMay() {
    for (Role role : Role.values()) {
      Account account = cast.account(role.word(), role);
      for (Scope scope : Scope.values()) {
        Programs.Caller caller = programs.with(account, scope);
        for (Route route : Routes.TABLE) {
          if (isForPrograms(route) && !(route.access() instanceof Access.Anyone)) {
            int status = send(caller, route, things.of(route, account));
            boolean mayItself = allowed(role, route.access());
            boolean within = actions(route.access()).stream().anyMatch(scope.actions()::contains);
            int kept = mayItself ? 403 : ABSENT;
            assertThat(mayItself && within ? status != 403 && status != ABSENT : status == kept)
                .as("%s %s %s: %d", role, scope, route, status)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void aCookieOpensNothingToProgramsAndATokenNothingOfThePages() {
    Account officer = cast.account("officer", Role.TECHNICAL_OFFICER);
    for (Route route : Routes.TABLE) {
      if (!(route.access() instanceof Access.Anyone) && route.method().equals("GET")) {
        int status =
            isForPrograms(route)
                ? send(cast.browser(officer), route, things.of(route, officer))
                : send(programs.all(officer), route, new UUID(0, 0));
        assertThat(status).as("%s", route).isEqualTo(isForPrograms(route) ? 401 : 303);
      }
    }
  }

  private static boolean isForPrograms(Route route) {
    return route.pattern().startsWith("/api/");
  }

  private static List<Action> actions(Access access) {
    return switch (access) {
      case Access.Anyone() -> List.of();
      case Access.May(var action) -> List.of(action);
      case Access.MayOnOwn(var action) -> List.of(action);
      case Access.MayOnThing(var action) -> List.of(action);
      case Access.MayEitherOnThing(var one, var other) -> List.of(one, other);
    };
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
    return isForPrograms(route)
        ? send(programs.all(account), route, things.of(route, account))
        : send(cast.browser(account), route, things.of(route, account));
  }

  private int send(Programs.Caller caller, Route route, UUID thing) {
    String path = path(route, thing);
    return route.method().equals("GET")
        ? caller.get(path).statusCode()
        : caller.post(path, "{}").statusCode();
  }

  private int send(TestNode.Browser browser, Route route, UUID thing) {
    String path = path(route, thing);
    return route.method().equals("GET")
        ? browser.get(path).statusCode()
        : browser.post("/", path, Form.of("language", "en")).statusCode();
  }

  private String path(Route route, UUID thing) {
    return route
        .pattern()
        .replace("{id}", thing.toString())
        .replace("{file}", "none")
        .replace("{mail}", "none")
        .replace("{number}", "8")
        .replace("{statement}", thing.toString().replace("-", "").repeat(2))
        .replace("{link}", thing.toString().replace("-", "").repeat(2))
        .replace("{parcel}", thing.toString().replace("-", "").repeat(2))
        .replace("{state}", "XA")
        .replace("{form}", "first")
        .replace("{year}", "2026")
        .replace("{contact}", String.valueOf(things.contact(route)));
  }
}
