package org.parley.node.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.provider.Meeting.accounts;
import static org.parley.node.provider.Meeting.askToLink;
import static org.parley.node.provider.Meeting.cookie;
import static org.parley.node.provider.Meeting.deeds;
import static org.parley.node.provider.Meeting.link;
import static org.parley.node.provider.Meeting.onward;
import static org.parley.node.provider.Meeting.path;
import static org.parley.node.provider.Meeting.refused;
import static org.parley.node.provider.Meeting.signIn;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.duties.people.KeepAccounts;
import org.parley.duties.people.KeepSession;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// Sign-in by an identity provider, as people do it, and whom it does not let in.
class ProviderTest {

  private final SmallProvider provider = Meeting.shared().provider;
  private final TestNode node = Meeting.shared().node;
  private final Cast cast = Meeting.shared().cast;

  @BeforeEach
  void honestAgain() {
    provider.honest();
  }

  @Test
  void whoHasLinkedThemselvesSignsInAndComesWhereTheyWanted() {
    Account auditor = cast.account("linked", Role.AUDITOR);
    link(cast.browser(auditor), "subject-linked");
    TestNode.Browser browser = node.browser();

    HttpResponse<String> in = signIn(browser, "subject-linked");

    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.body())
        .contains("<h1>You are signed in</h1>")
        .contains("<meta http-equiv=\"refresh\" content=\"0;url=/audit\">")
        .contains("href=\"/audit\"");
    assertThat(cookie(in, "session=")).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    assertThat(deeds(auditor)).contains("linked-identity", "signed-in-by-provider");
  }

  @Test
  void rolesComeFromTheNodeWhateverTheProviderSays() {
    Account operator = cast.account("claims", Role.OPERATOR);
    link(cast.browser(operator), "subject-claims");
    TestNode.Browser browser = node.browser();

    signIn(browser, "subject-claims");

    assertThat(browser.get("/account").body()).contains("Name of claims");
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(404);
  }

  @Test
  void aTokenSignedOverTheCurveIsTakenToo() {
    Account auditor = cast.account("curve", Role.AUDITOR);
    link(cast.browser(auditor), "subject-curve");
    provider.signing = SmallProvider.Signing.ES256;

    assertThat(signIn(node.browser(), "subject-curve").body()).contains("You are signed in");
  }

  @Test
  void theWayBackNeedsNoCookieOfTheSession() {
    Account auditor = cast.account("strict", Role.AUDITOR);
    TestNode.Browser browser = cast.browser(auditor);
    String back = provider.vouch(onward(askToLink(browser)), "subject-strict");

    TestNode.Browser fromElsewhere = node.browser();
    browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("errand"))
        .forEach(cookie ->
            fromElsewhere.cookies().getCookieStore().add(URI.create(node.address()), cookie));
    HttpResponse<String> linked = fromElsewhere.get(path(back));

    assertThat(linked.body()).contains("<h1>Linked</h1>").contains("content=\"0;url=/account\"");
    assertThat(browser.get("/account").body()).contains("<code>subject-strict</code>");
  }

  @Test
  void signingOutEndsTheSessionHere() {
    Account auditor = cast.account("out", Role.AUDITOR);
    link(cast.browser(auditor), "subject-out");
    TestNode.Browser browser = node.browser();
    signIn(browser, "subject-out");

    browser.post("/account", "/sign-out", Form.of());

    assertThat(browser.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void theLastWayInStaysAndAnotherMayGo() {
    Account auditor = cast.account("last", Role.AUDITOR);
    TestNode.Browser browser = cast.browser(auditor);
    link(browser, "subject-last");
    Form one = Form.of("issuer", provider.issuer(), "subject", "subject-last");

    HttpResponse<String> kept = browser.post("/account", "/account/provider/drop", one);
    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(kept.body()).contains("This is your last way in");

    link(browser, "subject-last-too");
    assertThat(browser.post("/account", "/account/provider/drop", one).statusCode()).isEqualTo(303);
    assertThat(browser.get("/account").body())
        .contains("subject-last-too")
        .doesNotContain("<code>subject-last</code>");
    assertThat(deeds(auditor)).contains("unlinked-identity");
  }

  @Test
  void aSubjectThatNobodyLinkedOpensNothingAndMakesNoAccount() {
    int before = accounts();

    HttpResponse<String> answer = signIn(node.browser(), "subject-of-nobody");

    refused(answer, "Alder &lt;Key&gt; knows you, this node does not");
    assertThat(accounts()).isEqualTo(before);
  }

  @Test
  void anAccountThatIsDisabledStaysClosed() {
    Account auditor = cast.account("disabled", Role.AUDITOR);
    link(cast.browser(auditor), "subject-disabled");
    node.context().getBean(KeepAccounts.class).allow(auditor.id(), false, auditor.id());

    refused(signIn(node.browser(), "subject-disabled"), "this node does not");
  }

  @Test
  void anotherOnesSubjectIsNotLinkedASecondTime() {
    link(cast.browser(cast.account("first", Role.AUDITOR)), "subject-taken");
    TestNode.Browser second = cast.browser(cast.account("second", Role.AUDITOR));

    HttpResponse<String> answer =
        second.get(path(provider.vouch(onward(askToLink(second)), "subject-taken")));

    refused(answer, "Linked to another account already");
    assertThat(second.get("/account").body()).doesNotContain("subject-taken");
  }

  @Test
  void aLinkIsMadeOnlyWhileTheSessionLastsThatAskedForIt() {
    Account auditor = cast.account("ended", Role.AUDITOR);
    TestNode.Browser browser = cast.browser(auditor);
    String back = provider.vouch(onward(askToLink(browser)), "subject-ended");
    node.context().getBean(KeepSession.class).endAll(auditor.id());

    refused(browser.get(path(back)), "This sign-in has grown old");
    assertThat(signIn(node.browser(), "subject-ended").body()).contains("this node does not");
  }

  @Test
  void aNewInvitationTakesTheLinksAway() {
    Account auditor = cast.account("invited", Role.AUDITOR);
    link(cast.browser(auditor), "subject-invited");
    node.context()
        .getBean(org.parley.duties.people.InvitePerson.class)
        .again(auditor.id(), auditor.id());

    refused(signIn(node.browser(), "subject-invited"), "this node does not");
  }
}
