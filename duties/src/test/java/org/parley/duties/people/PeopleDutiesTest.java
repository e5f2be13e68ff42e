package org.parley.duties.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Register;
import org.parley.duties.twin.people.PeopleInMemory;

class PeopleDutiesTest {

  private static final String PASSWORD = "correct horse battery";
  private static final UUID BOSS = new UUID(0, 1);

  private final PeopleInMemory people = new PeopleInMemory();
  private final Random random = new Random(20261122);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private Lodge lodge = lodge(new Realm.Exercise("trial"));

  private Lodge lodge(Realm realm) {
    return new Lodge(
        people,
        bytes -> {
          byte[] drawn = new byte[bytes];
          random.nextBytes(drawn);
          return Octets.of(drawn);
        },
        new PlainHashing(),
        () -> now,
        realm);
  }

  /// Not slow, and seen through at once: for tests only.
  private static final class PlainHashing implements Hashing {
    @Override
    public String hash(String password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash.equals("hash of " + password);
    }
  }

  private static PersonForm person(String login, Role... roles) {
    return new PersonForm(
        login,
        "Name of " + login,
        Set.of(roles),
        OfficeId.parse("XA/technical"),
        Optional.empty(),
        "en");
  }

  private InvitePerson.Invitation invited(String login, Role... roles) {
    return new InvitePerson(lodge).invite(person(login, roles), BOSS).orThrow();
  }

  /// Takes the invitation and gives the secret of the codes.
  private Octets accepted(InvitePerson.Invitation invitation) {
    ChooseSecrets choose = new ChooseSecrets(lodge);
    String seed = choose.seed();
    choose
        .accept(invitation.token(), new ChooseSecrets.Choice(PASSWORD, seed, code(seed)))
        .orThrow();
    now = now.plusSeconds(60);
    return ChangingCode.read(seed);
  }

  private String code(String seed) {
    return code(ChangingCode.read(seed));
  }

  private String code(Octets seed) {
    return ChangingCode.at(seed, ChangingCode.step(now));
  }

  private static IssueCode why(Checked<?> refused) {
    return refused.issues().getFirst().code();
  }

  @Test
  void aNodeIsSetUpOnceWithTheCodeItPrinted() {
    SetUpNode setUp = new SetUpNode(lodge);
    SetUpNode.Form form = setUpForm(setUp.code().toLowerCase(java.util.Locale.ROOT));

    assertThat(why(setUp.setUp(setUpForm("AAAA-AAAA-AAAA-AAAA"))))
        .isEqualTo(IssueCode.SET_UP_CODE_WRONG);
    assertThat(setUp.isDone()).isFalse();

    InvitePerson.Invitation first = setUp.setUp(form).orThrow();

    assertThat(setUp.isDone()).isTrue();
    assertThat(first.account().roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(why(setUp.setUp(form))).isEqualTo(IssueCode.SET_UP_BEFORE);
  }

  private static SetUpNode.Form setUpForm(String code) {
    return new SetUpNode.Form(
        code, "xa", "CSIRT of XA", List.of("fr", "en"), "", person("boss", Role.ADMINISTRATOR));
  }

  @Test
  void allMistakesOfASetUpAreToldTogether() {
    SetUpNode setUp = new SetUpNode(lodge);
    Checked<?> refused =
        setUp.setUp(
            new SetUpNode.Form("", "Xanadu", "", List.of(), "no scale", person("!", Role.AUDITOR)));

    assertThat(refused.issues().stream().map(issue -> issue.place().document()))
        .containsExactly("code", "state", "authority", "languages", "scale", "login");
  }

  @Test
  void anInvitationWorksOnceAndForThreeDays() {
    InvitePerson.Invitation one = invited("anna", Role.TECHNICAL_OFFICER);
    InvitePerson.Invitation late = invited("late", Role.AUDITOR);
    ChooseSecrets choose = new ChooseSecrets(lodge);
    accepted(one);

    assertThat(choose.invited(one.token())).isEmpty();
    assertThat(choose.invited(late.token())).isPresent();
    now = now.plus(InvitePerson.LASTS);
    assertThat(choose.invited(late.token())).isEmpty();
    assertThat(choose.invited(new Token("guess"))).isEmpty();
  }

  @Test
  void aWeakPasswordOrAWrongCodeLeavesTheInvitationOpen() {
    InvitePerson.Invitation one = invited("anna", Role.AUDITOR);
    ChooseSecrets choose = new ChooseSecrets(lodge);
    String seed = choose.seed();

    Checked<Account> refused =
        choose.accept(one.token(), new ChooseSecrets.Choice("short", seed, "000000"));

    assertThat(refused.issues().stream().map(Issue::code))
        .containsExactly(IssueCode.PASSWORD_SHORT, IssueCode.CODE_WRONG);
    assertThat(choose.invited(one.token())).isPresent();
  }

  @Test
  void signingInTakesPasswordAndCodeAndTheCodeOnce() {
    Octets seed = accepted(invited("anna", Role.AUDITOR));
    SignIn signIn = new SignIn(lodge);
    String code = code(seed);

    assertThat(why(signIn.byPassword("anna", "wrong horse battery", code, "here")))
        .isEqualTo(IssueCode.SIGN_IN_REFUSED);
    assertThat(why(signIn.byPassword("anna", PASSWORD, "", "here")))
        .isEqualTo(IssueCode.SIGN_IN_REFUSED);
    assertThat(why(signIn.byPassword("nobody", PASSWORD, code, "here")))
        .isEqualTo(IssueCode.SIGN_IN_REFUSED);

    SignIn.SignedIn in = signIn.byPassword(" ANNA ", PASSWORD, code, "here").orThrow();

    assertThat(new KeepSession(lodge, Duration.ofMinutes(30)).holder(in.token()))
        .map(account -> account.naming().login())
        .contains("anna");
    assertThat(why(signIn.byPassword("anna", PASSWORD, code, "here")))
        .isEqualTo(IssueCode.SIGN_IN_REFUSED);
  }

  @Test
  void whoGuessesForLongWaits() {
    Octets seed = accepted(invited("anna", Role.AUDITOR));
    SignIn signIn = new SignIn(lodge);
    for (int time = 0; time < 10; time++) {
      assertThat(why(signIn.byPassword("anna", "guess " + time, "000000", "here")))
          .isEqualTo(IssueCode.SIGN_IN_REFUSED);
    }

    assertThat(why(signIn.byPassword("anna", PASSWORD, code(seed), "elsewhere")))
        .isEqualTo(IssueCode.TOO_MANY_TRIES);
    now = now.plus(Duration.ofMinutes(16));
    assertThat(signIn.byPassword("anna", PASSWORD, code(seed), "here").issues()).isEmpty();
  }

  @Test
  void aSessionEndsWhenNobodyComesAndAfterHalfADayAnyway() {
    Octets seed = accepted(invited("anna", Role.AUDITOR));
    KeepSession sessions = new KeepSession(lodge, Duration.ofMinutes(30));
    Token token =
        new SignIn(lodge).byPassword("anna", PASSWORD, code(seed), "here").orThrow().token();
    for (int time = 0; time < 28; time++) {
      now = now.plus(Duration.ofMinutes(25));
      assertThat(sessions.holder(token)).as("after %d times 25 minutes", time + 1).isPresent();
    }
    now = now.plus(Duration.ofMinutes(25));
    assertThat(sessions.holder(token)).isEmpty();

    Token idle =
        new SignIn(lodge).byPassword("anna", PASSWORD, code(seed), "here").orThrow().token();
    now = now.plus(Duration.ofMinutes(31));
    assertThat(sessions.holder(idle)).isEmpty();
  }

  @Test
  void whoIsDisabledOrEntrustedAnewIsOutAtOnce() {
    InvitePerson.Invitation one = invited("anna", Role.ADMINISTRATOR);
    accepted(one);
    UUID anna = one.account().id();
    invited("other", Role.ADMINISTRATOR);
    KeepSession sessions = new KeepSession(lodge, Duration.ofMinutes(30));
    KeepAccounts accounts = new KeepAccounts(lodge);
    Token first = new SignIn(lodge).checked(anna).orThrow().token();

    accounts.entrust(anna, Set.of(Role.AUDITOR), Optional.empty(), BOSS).orThrow();
    assertThat(sessions.holder(first)).isEmpty();

    Token second = new SignIn(lodge).checked(anna).orThrow().token();
    accounts.allow(anna, false, BOSS).orThrow();
    assertThat(sessions.holder(second)).isEmpty();
    assertThat(why(new SignIn(lodge).checked(anna))).isEqualTo(IssueCode.SIGN_IN_REFUSED);
  }

  @Test
  void theLastAdministratorStays() {
    UUID only = invited("anna", Role.ADMINISTRATOR).account().id();
    KeepAccounts accounts = new KeepAccounts(lodge);

    assertThat(why(accounts.allow(only, false, BOSS))).isEqualTo(IssueCode.LAST_ADMINISTRATOR);
    assertThat(why(accounts.entrust(only, Set.of(Role.AUDITOR), Optional.empty(), BOSS)))
        .isEqualTo(IssueCode.LAST_ADMINISTRATOR);
    invited("other", Role.ADMINISTRATOR);
    assertThat(accounts.allow(only, false, BOSS).issues()).isEmpty();
  }

  @Test
  void anOfficerNeedsAnOfficeAndEveryAccountARole() {
    KeepAccounts accounts = new KeepAccounts(lodge);

    for (Role role : EnumSet.of(Role.POLICY_OFFICER, Role.TECHNICAL_OFFICER)) {
      assertThat(why(accounts.entrust(BOSS, Set.of(role), Optional.empty(), BOSS)))
          .isEqualTo(IssueCode.OFFICE_NEEDED);
    }
    assertThat(why(accounts.entrust(BOSS, Set.of(), Optional.empty(), BOSS)))
        .isEqualTo(IssueCode.NO_ROLE);
  }

  @Test
  void anotherInvitationTakesAwayWhatSomebodySignedInWith() {
    InvitePerson.Invitation one = invited("anna", Role.AUDITOR);
    Octets seed = accepted(one);
    new InvitePerson(lodge).again(one.account().id(), BOSS).orThrow();

    assertThat(why(new SignIn(lodge).byPassword("anna", PASSWORD, code(seed), "here")))
        .isEqualTo(IssueCode.SIGN_IN_REFUSED);
  }

  @Test
  void doorsOpenOnceAndInExercisesOnly() {
    List<OpenDoors.Door> doors = new OpenDoors(lodge).open().orThrow();
    Token token = doors.getFirst().token();

    lodge = lodge(new Realm.Real());
    assertThat(why(new OpenDoors(lodge).open())).isEqualTo(IssueCode.NOT_AN_EXERCISE);
    assertThat(why(new SignIn(lodge).byDoor(token))).isEqualTo(IssueCode.NOT_AN_EXERCISE);

    lodge = lodge(new Realm.Exercise("trial"));
    assertThat(doors)
        .extracting(OpenDoors.Door::login)
        .containsExactly("operator", "csirt", "policy", "admin");
    assertThat(new SignIn(lodge).byDoor(token).orThrow().account().roles())
        .containsExactly(Role.OPERATOR);
    assertThat(why(new SignIn(lodge).byDoor(token))).isEqualTo(IssueCode.LINK_SPENT);
  }

  @Test
  void anInvitationIsNoDoorAndADoorNoInvitation() {
    Token invitation = invited("anna", Role.AUDITOR).token();
    Token door = new OpenDoors(lodge).open().orThrow().getFirst().token();

    assertThat(why(new SignIn(lodge).byDoor(invitation))).isEqualTo(IssueCode.LINK_SPENT);
    assertThat(new ChooseSecrets(lodge).invited(door)).isEmpty();
  }

  @Test
  void whereNoAdministratorCanSignInTheFirstIsLetBackInByTheOneWhoStartsTheNode() {
    invited("anna", Role.AUDITOR);
    assertThat(new InvitePerson(lodge).letBackIn()).isEmpty();
    invited("boris", Role.ADMINISTRATOR);
    invited("clara", Role.ADMINISTRATOR);

    InvitePerson.Invitation back = new InvitePerson(lodge).letBackIn().orElseThrow();
    assertThat(back.account().naming().login()).isEqualTo("boris");
    accepted(back);

    assertThat(new InvitePerson(lodge).letBackIn()).isEmpty();
    assertThat(people.look((Register register) -> register.deeds(10)))
        .extracting(AccountDeed::what)
        .contains("let-back-in");
  }

  @Test
  void deedsAreNotedWithoutNames() {
    accepted(invited("anna", Role.AUDITOR));

    List<AccountDeed> deeds = people.look((Register register) -> register.deeds(10));

    assertThat(deeds).extracting(AccountDeed::what).containsExactly("chose-secrets", "invited");
    assertThat(deeds.toString()).doesNotContain("anna");
  }
}
