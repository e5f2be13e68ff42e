package org.parley.duties.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.twin.people.PeopleInMemory;

class KeepTokensTest {

  private static final UUID OWNER = new UUID(0, 1);
  private static final String HERE = "127.0.0.1";

  private final PeopleInMemory people = new PeopleInMemory();
  private final Random random = new Random(20261122);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final Lodge lodge =
      new Lodge(people, this::draw, new NoHashing(), () -> now, new Realm.Exercise("trial"));
  private final KeepTokens tokens =
      new KeepTokens(
          lodge,
          new Permissions(
              Map.of(
                  Role.OPERATOR,
                  Map.of(
                      Action.LIST_INCIDENTS, Set.of(Relation.OWN),
                      Action.REPORT_INCIDENT, Set.of(Relation.NOTHING)))));

  private Octets draw(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }

  private static final class NoHashing implements Hashing {
    @Override
    public String hash(String password) {
      return password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return password.equals(hash);
    }
  }

  @BeforeEach
  void anOperator() {
    Account owner =
        new Account(
            OWNER,
            new Account.Naming("operator", "Operator"),
            Set.of(Role.OPERATOR),
            Optional.empty(),
            Optional.of(new UUID(9, 9)),
            new Account.Reading("en", Optional.empty()),
            true);
    people.change(register -> {
      register.keep(owner);
      return true;
    });
  }

  private KeepTokens.Made made(int days) {
    return tokens
        .make(OWNER, new KeepTokens.Wish(" night shift ", Set.of(Scope.READ_INCIDENTS), days))
        .orThrow();
  }

  private IssueCode refusal(Token token) {
    return tokens.holder(token, HERE).issues().getFirst().code();
  }

  @Test
  void aTokenActsForItsOwnerWithinItsScopesAndIsKeptAsADigestOnly() {
    KeepTokens.Made made = made(30);

    KeepTokens.Holder holder = tokens.holder(made.token(), HERE).orThrow();

    assertThat(made.token().text()).startsWith("parley_").hasSize(7 + 43);
    assertThat(made.kept().name()).isEqualTo("night shift");
    assertThat(made.kept().token()).isEqualTo(made.token().digest());
    assertThat(holder.account().id()).isEqualTo(OWNER);
    assertThat(holder.token().grant().actions())
        .isEqualTo(Scope.READ_INCIDENTS.actions())
        .doesNotContain(Action.REPORT_INCIDENT);
    assertThat(tokens.of(OWNER).getFirst().life().seen()).contains(now);
  }

  @Test
  void whatTheOwnerMayNotDoIsNotHandedOnAndAllMistakesAreToldAtOnce() {
    Checked<KeepTokens.Made> refused =
        tokens.make(OWNER, new KeepTokens.Wish(" ", EnumSet.of(Scope.REVISE_INCIDENTS), 91));

    assertThat(refused.issues().stream().map(issue -> issue.place().document()))
        .containsExactly("name", "days", "scopes");
    assertThat(tokens.of(OWNER)).isEmpty();
  }

  @Test
  void aTokenRunsOutToTheMomentAndIsNotUsedWhenItsOwnerIsKeptOut() {
    KeepTokens.Made made = made(1);
    now = now.plus(Duration.ofDays(1)).minusMillis(1);
    assertThat(tokens.holder(made.token(), HERE)).isInstanceOf(Checked.Sound.class);
    now = now.plusMillis(1);
    assertThat(refusal(made.token())).isEqualTo(IssueCode.TOKEN_EXPIRED);

    KeepTokens.Made other = made(1);
    people.change(register -> {
      register.keep(register.account(OWNER).orElseThrow().active(false));
      return true;
    });
    assertThat(refusal(other.token())).isEqualTo(IssueCode.TOKEN_REFUSED);
  }

  @Test
  void aTokenThatIsTakenBackIsRefusedAtOnceAndBothDeedsAreNoted() {
    KeepTokens.Made made = made(30);

    tokens.revoke(new UUID(0, 2), made.kept().id(), new UUID(0, 2));
    assertThat(tokens.holder(made.token(), HERE)).isInstanceOf(Checked.Sound.class);
    tokens.revoke(OWNER, made.kept().id(), new UUID(0, 2));

    assertThat(refusal(made.token())).isEqualTo(IssueCode.TOKEN_REFUSED);
    assertThat(people.<List<AccountDeed>>look(register -> register.deeds(9)))
        .containsExactly(
            new AccountDeed(now, Optional.of(new UUID(0, 2)), "took-token-back", OWNER),
            new AccountDeed(now, Optional.of(OWNER), "made-token", OWNER));
  }

  @Test
  void whenAnAccountIsEntrustedAnewItsTokensAreTakenBack() {
    KeepTokens.Made made = made(30);

    new KeepAccounts(lodge)
        .entrust(OWNER, Set.of(Role.AUDITOR), Optional.empty(), new UUID(0, 2))
        .orThrow();

    assertThat(refusal(made.token())).isEqualTo(IssueCode.TOKEN_REFUSED);
  }

  @Test
  void nobodyGuessesForLongAndNoProgramKeepsTheOthersWaiting() {
    Token right = made(30).token();
    for (int each = 0; each < 600; each++) {
      assertThat(tokens.holder(right, HERE)).isInstanceOf(Checked.Sound.class);
    }
    assertThat(refusal(right)).isEqualTo(IssueCode.REQUESTS_TOO_MANY);
    now = now.plusSeconds(60);
    assertThat(tokens.holder(right, HERE)).isInstanceOf(Checked.Sound.class);

    for (int each = 0; each < 100; each++) {
      assertThat(refusal(new Token("parley_" + each))).isEqualTo(IssueCode.TOKEN_REFUSED);
    }
    assertThat(refusal(right)).isEqualTo(IssueCode.TOO_MANY_TRIES);
    assertThat(tokens.holder(right, "192.0.2.1")).isInstanceOf(Checked.Sound.class);
  }

  @Test
  void anAccountHasAtMostTwentyThatWork() {
    for (int each = 0; each < KeepTokens.MOST; each++) {
      made(each == 0 ? 1 : 30);
    }
    List<Issue> full =
        tokens.make(OWNER, new KeepTokens.Wish("x", Set.of(Scope.READ_INCIDENTS), 1)).issues();
    assertThat(full).extracting(Issue::code).containsExactly(IssueCode.TOO_MANY_AT_ONCE);

    now = now.plus(Duration.ofDays(1));

    made(1);
    assertThat(tokens.of(OWNER)).as("what ran out is told for a month").hasSize(21);
    now = now.plus(Duration.ofDays(30));
    made(1);
    assertThat(tokens.of(OWNER)).hasSize(21);
  }
}
