package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.duties.network.Circle.Member;
import org.parley.formats.directory.CharterBytes;

/// A network changes its charter by its own rules, and by nobody's word alone.
class NetworkCharterTest {

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");

  @Test
  void anotherCharterIsInForceEverywhereOnceAsManyHaveSignedAsTheOneBeforeAsks() {
    circle.found(desk, alder, birch);
    desk.keeping().register(REALM, alder.node(), "Note 17/2026", circle.now).orThrow();
    everybody();
    KeepRoster.Terms terms = new KeepRoster.Terms(Set.of(desk.node(), birch.node()), 3, 1);

    KeepRoster.Proposed proposed =
        alder.keeping().amend(REALM, terms, "Decision 4", circle.now).orThrow();
    assertThat(proposed.isIn()).isFalse();
    everybody();
    assertThat(birch.network().charter().heading().number()).isEqualTo(1);

    birch.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
    everybody();

    for (Member member : List.of(desk, alder, birch)) {
      assertThat(KeepRoster.Terms.of(member.network().charter())).isEqualTo(terms);
      assertThat(member.network().roster().founded()).isEqualTo(desk.network().roster().founded());
      assertThat(member.waiting()).isEmpty();
    }
    circle.introduce(birch, cedar);
    KeepRoster.Proposed joining =
        birch.keeping().register(REALM, cedar.node(), "Note 5", circle.now).orThrow();
    everybody();
    alder.keeping().cosign(REALM, joining.digest(), circle.now).orThrow();
    everybody();
    circle.takePart(desk, cedar).orThrow();
    assertThat(cedar.network().roster())
        .as("links under either charter are read under their own")
        .isEqualTo(desk.network().roster());
  }

  @Test
  void whoIsToRegisterNoMoreCannotHoldACharterUp() {
    circle.found(desk, alder, birch);
    KeepRoster.Terms terms = new KeepRoster.Terms(Set.of(alder.node()), 2, 2);
    KeepRoster.Proposed proposed = alder.keeping().amend(REALM, terms, "", circle.now).orThrow();
    everybody();
    desk.keeping().setAside(REALM, proposed.digest());

    birch.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
    everybody();

    assertThat(birch.network().charter().registrars()).containsExactly(alder.node());
    assertThat(desk.network().charter()).isEqualTo(birch.network().charter());
    assertThat(desk.keeping().register(REALM, birch.node(), "", circle.now).orThrow().isIn())
        .as("the one that registered before registers nobody")
        .isFalse();
  }

  @Test
  void anotherCharterByOnePartyAloneIsRefused() {
    circle.found(desk, alder, birch);
    KeepRoster.Terms terms = new KeepRoster.Terms(Set.of(alder.node()), 2, 2);
    Undersigned alone = alder.keeping().amend(REALM, terms, "", circle.now).orThrow().paper();

    circle.send(
        alder,
        birch,
        REALM,
        new RosterNews(Optional.empty(), List.of(alone), List.of(), List.of()));

    assertThat(circle.refused).contains(IssueCode.ROSTER_SIGNERS);
    assertThat(birch.network().charter().registrars()).containsExactly(desk.node());
    assertThat(
            codes(
                alder.keeping().amend(REALM, new KeepRoster.Terms(Set.of(), 1, 9), "", circle.now)))
        .contains(IssueCode.CHARTER_CONTRADICTS);
  }

  @Test
  void aSecondFirstCharterIsOnRecordAsAFork() {
    circle.found(desk, alder, birch);
    Charter first = alder.network().charter();
    Charter other =
        new Charter(
            first.heading(),
            first.roots(),
            first.registrars(),
            new Charter.Limits(2, 1, 1 << 20, 30),
            List.of(),
            first.suites());
    Octets bytes = CharterBytes.write(other);
    Undersigned paper =
        new Undersigned(List.of(new Undersigned.Signature(desk.node(), desk.seal().sign(bytes))));

    circle.send(
        desk, alder, REALM, new RosterNews(Optional.of(paper), List.of(), List.of(), List.of()));

    assertThat(alder.forks()).isEqualTo(1);
    assertThat(alder.network().charter()).isEqualTo(first);
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(Issue::code).toList();
  }
}
