package org.parley.duties.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.Establishment;
import org.parley.core.people.Pass;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Register;

/// Opens one-time doors into an exercise for four people of the fictitious State XA, so that
/// somebody new can walk in at once. There are none outside exercises.
public final class OpenDoors {

  private static final Duration LASTS = Duration.ofHours(12);
  private static final Party STATE = new Party("XA");

  private final Lodge lodge;

  public OpenDoors(Lodge lodge) {
    this.lodge = lodge;
  }

  /// @param login whom it lets in: `operator`, `csirt`, `policy`, `admin`
  /// @param token what the link holds
  public record Door(String login, Token token) {}

  private record Cast(String login, String name, Set<Role> roles, String office) {}

  private static final List<Cast> CAST =
      List.of(
          new Cast("operator", "Operator, XA", Set.of(Role.OPERATOR), ""),
          new Cast(
              "csirt",
              "Duty officer, CSIRT of XA",
              Set.of(Role.TECHNICAL_OFFICER, Role.SCALE_DESIGNER),
              "XA/technical"),
          new Cast(
              "policy",
              "Duty officer, ministry of XA",
              Set.of(Role.POLICY_OFFICER, Role.CLEARING_OFFICER),
              "XA/policy"),
          new Cast("admin", "Administrator, XA", Set.of(Role.ADMINISTRATOR), ""));

  /// Sets the node up as XA's where it is not set up, makes the four people where they are not
  /// there, and opens a door for each.
  public Checked<List<Door>> open() {
    return switch (lodge.realm()) {
      case Realm.Real() ->
          Troubles.one(
              "realm", IssueCode.NOT_AN_EXERCISE, "doors open in exercises only, not here");
      case Realm.Exercise(_) ->
          lodge
              .people()
              .change(register ->
                  isAnothers(register)
                      ? Troubles.one(
                          "realm",
                          IssueCode.NOT_AN_EXERCISE,
                          "this node is not that of the fictitious State XA; invite people instead")
                      : new Checked.Sound<>(doors(register), List.of()));
    };
  }

  private static boolean isAnothers(Register register) {
    return register.establishment().filter(node -> !node.state().equals(STATE)).isPresent();
  }

  private List<Door> doors(Register register) {
    if (register.establishment().isEmpty()) {
      register.keep(
          new Establishment(
              lodge.realm(),
              STATE,
              "CSIRT of XA",
              List.of("en", "fr", "de", "it", "ru", "es"),
              Optional.empty(),
              lodge.now()));
    }
    List<Door> doors = new ArrayList<>();
    for (Cast cast : CAST) {
      Account account = register.withLogin(cast.login()).orElseGet(() -> make(register, cast));
      Token token = lodge.token();
      register.withdrawPasses(account.id());
      register.keep(
          new Pass(
              token.digest(),
              account.id(),
              Pass.Purpose.DOOR,
              lodge.now().plus(LASTS),
              Optional.empty()));
      doors.add(new Door(cast.login(), token));
    }
    return doors;
  }

  private Account make(Register register, Cast cast) {
    Optional<UUID> organisation =
        cast.roles().contains(Role.OPERATOR)
            ? Optional.of(UUID.nameUUIDFromBytes("XA/operator".getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
    Account account =
        new Account(
            lodge.id(),
            new Account.Naming(cast.login(), cast.name()),
            cast.roles(),
            OfficeId.parse(cast.office()),
            organisation,
            new Account.Reading("en", Optional.empty()),
            true);
    register.keep(account);
    return account;
  }
}
