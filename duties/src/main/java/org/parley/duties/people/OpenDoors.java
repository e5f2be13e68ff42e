package org.parley.duties.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.Establishment;
import org.parley.core.people.Pass;
import org.parley.core.people.Role;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Register;

/// Opens one-time doors into an exercise for the people of a fictitious party, so that somebody new
/// can walk in at once. There are none outside exercises.
public final class OpenDoors {

  private static final Duration LASTS = Duration.ofHours(12);

  private final Lodge lodge;

  public OpenDoors(Lodge lodge) {
    this.lodge = lodge;
  }

  /// @param login whom it lets in: `operator`, `csirt`, `policy`, `admin`
  /// @param token what the link holds
  public record Door(String login, Token token) {}

  /// Opens the doors of the fictitious State XA.
  public Checked<List<Door>> open() {
    return open(Troupe.XA);
  }

  /// Sets the node up as the troupe's where it is not set up, makes its people where they are not
  /// there, and opens a door for each.
  public Checked<List<Door>> open(Troupe troupe) {
    return switch (lodge.realm()) {
      case Realm.Real() ->
          Troubles.one(
              "realm", IssueCode.NOT_AN_EXERCISE, "doors open in exercises only, not here");
      case Realm.Exercise(_) ->
          lodge
              .people()
              .change(register ->
                  isAnothers(register, troupe)
                      ? Troubles.one(
                          "realm",
                          IssueCode.NOT_AN_EXERCISE,
                          "this node is not that of the fictitious party %s; invite people instead"
                              .formatted(troupe.party()))
                      : new Checked.Sound<>(doors(register, troupe), List.of()));
    };
  }

  /// Opens one more door for somebody of the troupe; those that are open stay so.
  public Checked<Door> again(Troupe troupe, String login) {
    return open(troupe, login)
        .<Checked<Door>>map(door -> new Checked.Sound<>(door, List.of()))
        .orElseGet(() ->
            Troubles.one(
                "login", IssueCode.NOT_AN_EXERCISE, "there is no such door into an exercise"));
  }

  private Optional<Door> open(Troupe troupe, String login) {
    boolean member = troupe.members().stream().anyMatch(each -> each.login().equals(login));
    if (!member || lodge.realm() instanceof Realm.Real) {
      return Optional.empty();
    }
    return lodge
        .people()
        .change(register ->
            isAnothers(register, troupe)
                ? Optional.empty()
                : register.withLogin(login).map(account -> door(register, account)));
  }

  private static boolean isAnothers(Register register, Troupe troupe) {
    return register
        .establishment()
        .filter(node -> !node.state().equals(troupe.party()))
        .isPresent();
  }

  private List<Door> doors(Register register, Troupe troupe) {
    if (register.establishment().isEmpty()) {
      register.keep(
          new Establishment(
              lodge.realm(),
              troupe.party(),
              troupe.authority(),
              List.of("en", "fr", "de", "it", "ru", "es"),
              troupe.scale(),
              lodge.now()));
    }
    List<Door> doors = new ArrayList<>();
    for (Troupe.Member member : troupe.members()) {
      Account account =
          register.withLogin(member.login()).orElseGet(() -> make(register, troupe, member));
      register.withdrawPasses(account.id());
      doors.add(door(register, account));
    }
    return doors;
  }

  private Door door(Register register, Account account) {
    Token token = lodge.token();
    register.keep(
        new Pass(
            token.digest(),
            account.id(),
            Pass.Purpose.DOOR,
            lodge.now().plus(LASTS),
            Optional.empty()));
    return new Door(account.naming().login(), token);
  }

  private Account make(Register register, Troupe troupe, Troupe.Member member) {
    Optional<UUID> organisation =
        member.roles().contains(Role.OPERATOR)
            ? Optional.of(
                UUID.nameUUIDFromBytes(
                    (troupe.party() + "/operator").getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
    Account account =
        new Account(
            lodge.id(),
            new Account.Naming(member.login(), member.name()),
            member.roles(),
            member.seat(),
            organisation,
            new Account.Reading("en", Optional.empty()),
            true);
    register.keep(account);
    return account;
  }
}
