package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Establishment;
import org.parley.core.people.Identity;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Pass;
import org.parley.core.people.Passkey;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;

/// What everything that keeps people does alike.
public abstract class PeopleContract {

  protected static final Realm REALM = new Realm.Exercise("trial");

  private static final Account ANNA = account("anna", "Анна O’Neill-ßmith", true);
  private static final Account BORIS = account("boris", "Boris", false);

  /// The people under test, empty at first.
  protected abstract People people();

  private static Account account(String login, String name, boolean full) {
    return new Account(
        UUID.nameUUIDFromBytes(login.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        new Account.Naming(login, name),
        full ? Set.of(Role.TECHNICAL_OFFICER, Role.CLEARING_OFFICER) : Set.of(),
        full ? OfficeId.parse("XA/technical") : Optional.empty(),
        full ? Optional.of(new UUID(1, 2)) : Optional.empty(),
        new Account.Reading("ru", full ? Optional.of("Asia/Almaty") : Optional.empty()),
        full);
  }

  private void doing(Consumer<Register> work) {
    people()
        .change(register -> {
          work.accept(register);
          return true;
        });
  }

  @Test
  void accountsComeBackAsTheyWereKeptAndInTheOrderOfTheirLogins() {
    doing(register -> {
      register.keep(BORIS);
      register.keep(ANNA);
    });

    List<Account> found = people().look(Register::accounts);

    assertThat(found).containsExactly(ANNA, BORIS);
    assertThat(people().<Optional<Account>>look(register -> register.withLogin("anna")))
        .contains(ANNA);
    assertThat(people().<Optional<Account>>look(register -> register.account(new UUID(9, 9))))
        .isEmpty();
    doing(register -> register.keep(ANNA.active(false).called("Anna")));
    assertThat(people().<Optional<Account>>look(register -> register.account(ANNA.id())))
        .contains(ANNA.active(false).called("Anna"));
  }

  @Test
  void tokensAreFoundByTheirDigestAndTakenAwayFromTheirOwnerAlone() {
    AccessToken one = token(1, ANNA, Optional.empty());
    AccessToken two = token(2, ANNA, Optional.of(NOON));
    AccessToken others = token(3, BORIS, Optional.empty());
    doing(register -> {
      register.keep(ANNA);
      register.keep(BORIS);
      List.of(two, one, others).forEach(register::keep);
      register.keep(one.seen(NOON));
      register.dropAccessToken(BORIS.id(), two.id());
    });

    assertThat(people().<List<AccessToken>>look(register -> register.accessTokens(ANNA.id())))
        .containsExactly(one.seen(NOON), two);
    assertThat(people().<Optional<AccessToken>>look(register -> register.accessToken(two.token())))
        .contains(two);
    doing(register -> register.dropAccessToken(ANNA.id(), one.id()));
    assertThat(people().<Optional<AccessToken>>look(register -> register.accessToken(one.token())))
        .isEmpty();
    doing(register -> register.dropAccessTokens(ANNA.id()));
    assertThat(people().<List<AccessToken>>look(register -> register.accessTokens(ANNA.id())))
        .isEmpty();
    assertThat(people().<List<AccessToken>>look(register -> register.accessTokens(BORIS.id())))
        .containsExactly(others);
  }

  private static AccessToken token(int number, Account owner, Optional<Instant> seen) {
    return new AccessToken(
        new UUID(7, number),
        Samples.digest("token " + number),
        owner.id(),
        "Скрипт " + number,
        Set.of(Scope.READ_INCIDENTS, Scope.REVISE_INCIDENTS),
        new AccessToken.Life(NOON, NOON.plusSeconds(60), seen));
  }

  @Test
  void aSubjectOfAProviderOpensOneAccountAndTheSameNameElsewhereAnother() {
    Identity one = new Identity("https://id.example", "Subj-1", ANNA.id(), NOON, Optional.empty());
    Identity two =
        new Identity("https://id.example", "subj-1", BORIS.id(), NOON, Optional.of(NOON));
    Identity three =
        new Identity(
            "https://other.example", "Subj-1", ANNA.id(), NOON.plusMillis(1), Optional.empty());
    doing(register -> {
      register.keep(ANNA);
      register.keep(BORIS);
      List.of(three, two, one).forEach(register::keep);
      register.keep(new Identity(one.issuer(), one.subject(), BORIS.id(), NOON, Optional.of(NOON)));
    });

    assertThat(identities(ANNA)).containsExactly(one.used(NOON), three);
    assertThat(identities(BORIS)).containsExactly(two);
    assertThat(
            people()
                .<Optional<Identity>>look(
                    register -> register.identity("https://id.example", "Subj-1")))
        .contains(one.used(NOON));
    doing(register -> register.removeIdentity("https://id.example", "Subj-1"));
    assertThat(identities(ANNA)).containsExactly(three);
    assertThat(identities(BORIS)).containsExactly(two);
    assertThatThrownBy(() ->
            people()
                .change(register -> {
                  register.keep(one);
                  throw new IllegalStateException("and nothing is left behind");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(identities(ANNA)).containsExactly(three);
  }

  private List<Identity> identities(Account account) {
    return people().look(register -> register.identities(account.id()));
  }

  @Test
  void whatPeopleKeepForThemselvesIsFoundUnderTheirNameAlone() {
    Keepsake view = new Keepsake(ANNA.id(), Keepsake.Kind.VIEW, "Тяжёлые", "level=3", NOON);
    Keepsake other = new Keepsake(BORIS.id(), Keepsake.Kind.VIEW, "Тяжёлые", "level=1", NOON);
    doing(register -> {
      register.keep(ANNA);
      register.keep(BORIS);
      register.keep(view);
      register.keep(new Keepsake(BORIS.id(), Keepsake.Kind.VIEW, "Тяжёлые", "level=2", NOON));
      register.keep(other);
    });

    assertThat(kept(ANNA)).containsExactly(view);
    assertThat(kept(BORIS)).containsExactly(other);
    assertThat(
            people()
                .<List<Keepsake>>look(
                    register -> register.keepsakes(Keepsake.Kind.VIEW, "Тяжёлые")))
        .containsExactlyInAnyOrder(view, other);
    doing(register -> register.dropKeepsake(ANNA.id(), Keepsake.Kind.VIEW, "Тяжёлые"));
    assertThat(kept(ANNA)).isEmpty();
    assertThat(kept(BORIS)).containsExactly(other);
  }

  private List<Keepsake> kept(Account account) {
    return people().look(register -> register.keepsakes(account.id(), Keepsake.Kind.VIEW));
  }

  @Test
  void aLoginBelongsToOneAccount() {
    doing(register -> register.keep(ANNA));

    assertThatThrownBy(() -> doing(register -> register.keep(account2())))
        .isInstanceOf(IllegalStateException.class);
    assertThat(people().<Integer>look(register -> register.accounts().size())).isEqualTo(1);
  }

  private static Account account2() {
    return new Account(
        new UUID(7, 7),
        ANNA.naming(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        ANNA.reading(),
        true);
  }

  @Test
  void secretsAreOfOneAccountAndChange() {
    Secrets chosen = new Secrets(Optional.of("hash"), Optional.of(Octets.of("seed")), 5);
    doing(register -> {
      register.keep(ANNA);
      register.keep(ANNA.id(), chosen);
    });

    assertThat(people().<Secrets>look(register -> register.secrets(ANNA.id()))).isEqualTo(chosen);
    assertThat(people().<Secrets>look(register -> register.secrets(BORIS.id())))
        .isEqualTo(Secrets.NONE);
    doing(register -> register.keep(ANNA.id(), chosen.taken(6)));
    assertThat(people().<Secrets>look(register -> register.secrets(ANNA.id())).lastStep())
        .isEqualTo(6);
  }

  @Test
  void passkeysAreFoundByThemselvesAndByTheirOwner() {
    Passkey key =
        new Passkey(
            Octets.of("id"), ANNA.id(), Octets.of("key"), 1, "my phone", NOON, Optional.empty());
    doing(register -> {
      register.keep(ANNA);
      register.keep(key);
      register.keep(key.used(2, NOON.plusSeconds(1)));
    });

    assertThat(people().<List<Passkey>>look(register -> register.passkeys(ANNA.id())))
        .containsExactly(key.used(2, NOON.plusSeconds(1)));
    assertThat(people().<Optional<Passkey>>look(register -> register.passkey(key.id())))
        .isPresent();
    doing(register -> register.removePasskey(key.id()));
    assertThat(people().<Optional<Passkey>>look(register -> register.passkey(key.id()))).isEmpty();
  }

  @Test
  void sessionsEndOneByOneOrAllTogetherOrWhenNobodyComes() {
    doing(register -> {
      register.keep(ANNA);
      for (int number = 0; number < 4; number++) {
        register.keep(session(number));
      }
      register.endSession(session(0).token());
      register.forgetBefore(NOON.plusSeconds(2));
    });

    assertThat(people().<List<Session>>look(register -> register.sessions(ANNA.id())))
        .containsExactly(session(2), session(3));
    doing(register -> register.endSessions(ANNA.id()));
    assertThat(people().<Optional<Session>>look(register -> register.session(session(3).token())))
        .isEmpty();
  }

  private static Session session(int number) {
    return new Session(
        Octets.of("token " + number).digest(),
        ANNA.id(),
        NOON.plusSeconds(number),
        NOON.plusSeconds(number));
  }

  @Test
  void linksRememberThatTheyWereUsedAndCanBeTakenBack() {
    Pass used =
        new Pass(
            Octets.of("a").digest(),
            ANNA.id(),
            Pass.Purpose.INVITATION,
            NOON.plusSeconds(60),
            Optional.of(NOON));
    Pass waiting =
        new Pass(
            Octets.of("b").digest(),
            ANNA.id(),
            Pass.Purpose.DOOR,
            NOON.plusSeconds(60),
            Optional.empty());
    doing(register -> {
      register.keep(ANNA);
      register.keep(used);
      register.keep(waiting);
      register.withdrawPasses(ANNA.id());
    });

    assertThat(people().<Optional<Pass>>look(register -> register.pass(used.token())))
        .contains(used);
    assertThat(people().<Optional<Pass>>look(register -> register.pass(waiting.token()))).isEmpty();
  }

  @Test
  void whatTheNodeIsComesBackAndDeedsComeNewestFirst() {
    Establishment node =
        new Establishment(
            REALM,
            new Party("XA"),
            "Ministerium für Äußeres",
            List.of("fr", "ru"),
            ScaleId.parse("uk/ncsc"),
            NOON);
    AccountDeed first = new AccountDeed(NOON, Optional.empty(), "set-up", ANNA.id());
    AccountDeed second = new AccountDeed(NOON, Optional.of(ANNA.id()), "invited", BORIS.id());
    doing(register -> {
      register.keep(node);
      register.note(first);
      register.note(second);
    });

    assertThat(people().<Optional<Establishment>>look(Register::establishment)).contains(node);
    assertThat(people().<List<AccountDeed>>look(register -> register.deeds(9)))
        .containsExactly(second, first);
  }

  @Test
  void aChangeThatThrowsHasNotHappenedAndALookWritesNothing() {
    assertThatThrownBy(() ->
            doing(register -> {
              register.keep(ANNA);
              throw new ArithmeticException("on purpose");
            }))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() ->
            people()
                .look(register -> {
                  register.keep(ANNA);
                  return true;
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(people().<List<Account>>look(Register::accounts)).isEmpty();
  }
}
