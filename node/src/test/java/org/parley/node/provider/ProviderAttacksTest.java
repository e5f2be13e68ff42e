package org.parley.node.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.provider.Meeting.askToEnter;
import static org.parley.node.provider.Meeting.link;
import static org.parley.node.provider.Meeting.onward;
import static org.parley.node.provider.Meeting.path;
import static org.parley.node.provider.Meeting.refused;
import static org.parley.node.provider.Meeting.signIn;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// What attackers send instead of what the provider would.
class ProviderAttacksTest {

  private final SmallProvider provider = Meeting.shared().provider;
  private final TestNode node = Meeting.shared().node;
  private final Cast cast = Meeting.shared().cast;

  @BeforeEach
  void honestAgain() {
    provider.honest();
  }

  @Test
  void tokensThatAreNotForThisNodeAndThisMomentAreRefused() {
    link(cast.browser(cast.account("victim", Role.AUDITOR)), "subject-victim");
    Instant now = Instant.now();
    Map<String, Consumer<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
    lies.put("another nonce", claims -> claims.claim("nonce", "n".repeat(43)));
    lies.put("no nonce", claims -> claims.claim("nonce", null));
    lies.put("for another node", claims -> claims.audience("another"));
    lies.put("for nobody", claims -> claims.audience((String) null));
    lies.put("for two", claims -> claims.audience(List.of(SmallProvider.CLIENT, "another")));
    lies.put("by another issuer", claims -> claims.issuer("http://127.0.0.1:2"));
    lies.put("expired", claims -> ended(claims, now.minusSeconds(90)));
    lies.put("never expires", claims -> claims.expirationTime(null));
    lies.put("of tomorrow", claims -> claims.issueTime(Date.from(now.plusSeconds(86_400))));
    lies.put("not yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(300))));
    lies.put("of nobody", claims -> claims.subject(null));
    lies.put("of a long name", claims -> claims.subject("s".repeat(256)));
    lies.forEach((what, lie) -> {
      provider.lie = lie;
      TestNode.Browser browser = node.browser();
      HttpResponse<String> answer = signIn(browser, "subject-victim");
      assertThat(answer.statusCode()).as(what).isEqualTo(422);
      refused(answer, "sent does not hold");
      assertThat(browser.get("/account").statusCode()).as(what).isEqualTo(303);
    });
    provider.lie = claims -> ended(claims, now.minusSeconds(20));
    assertThat(signIn(node.browser(), "subject-victim").body()).contains("You are signed in");
  }

  private static void ended(JWTClaimsSet.Builder claims, Instant at) {
    claims.issueTime(Date.from(at.minusSeconds(60))).expirationTime(Date.from(at));
  }

  @Test
  void tokensThatTheProviderDidNotSignAsAgreedAreRefused() {
    link(cast.browser(cast.account("signed", Role.AUDITOR)), "subject-signed");
    for (SmallProvider.Signing how :
        List.of(
            SmallProvider.Signing.NONE,
            SmallProvider.Signing.RS512,
            SmallProvider.Signing.BY_THE_SECRET,
            SmallProvider.Signing.BY_A_STRANGER)) {
      provider.signing = how;
      HttpResponse<String> answer = signIn(node.browser(), "subject-signed");
      assertThat(answer.statusCode()).as("%s", how).isEqualTo(422);
      refused(answer, "sent does not hold");
    }
  }

  @Test
  void aWayBackWorksOnceAndInItsOwnBrowserAlone() {
    link(cast.browser(cast.account("state", Role.AUDITOR)), "subject-state");
    TestNode.Browser browser = node.browser();
    String back = path(provider.vouch(onward(askToEnter(browser)), "subject-state"));
    TestNode.Browser victim = node.browser();
    askToEnter(victim);

    refused(victim.get(back), "This sign-in has grown old");
    refused(node.browser().get(back), "This sign-in has grown old");
    assertThat(browser.get(back).body()).contains("You are signed in");
    refused(browser.get(back), "This sign-in has grown old");
    refused(browser.get(Counter.RETURN), "This sign-in has grown old");
  }

  @Test
  void aCodeThatWasTradedOnceIsWorthNothing() {
    link(cast.browser(cast.account("code", Role.AUDITOR)), "subject-code");
    TestNode.Browser browser = node.browser();
    String spent = provider.vouch(onward(askToEnter(browser)), "subject-code");
    browser.get(path(spent));
    TestNode.Browser other = node.browser();
    String fresh = provider.vouch(onward(askToEnter(other)), "subject-code");
    String mixed =
        fresh.replaceFirst("code=[^&]*", "code=" + spent.replaceAll(".*code=([^&]*).*", "$1"));

    refused(other.get(path(mixed)), "sent does not hold");
  }

  @Test
  void anAnswerInAnotherProvidersNameIsRefused() {
    link(cast.browser(cast.account("mixed", Role.AUDITOR)), "subject-mixed");
    TestNode.Browser browser = node.browser();
    String back = path(provider.vouch(onward(askToEnter(browser)), "subject-mixed"));

    refused(browser.get(back + "&iss=https%3A%2F%2Felsewhere.example"), "sent does not hold");
  }

  @Test
  void whoStopsAtTheProviderIsToldSo() {
    TestNode.Browser browser = node.browser();
    String back = path(provider.vouch(onward(askToEnter(browser)), "subject-any"));

    refused(
        browser.get(back.replaceFirst("code=[^&]*", "error=access_denied")),
        "did not vouch for you");
  }

  @Test
  void aFormWithoutOurMarkSendsNobodyOff() {
    HttpResponse<String> answer =
        node.browser()
            .send(
                "POST",
                "/sign-in/provider",
                java.net.http.HttpRequest.BodyPublishers.ofString("back=/"),
                "Content-Type",
                "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void nobodyIsSentToAnotherSiteAfterSigningIn() {
    link(cast.browser(cast.account("open", Role.AUDITOR)), "subject-open");
    TestNode.Browser browser = node.browser();
    String page =
        browser
            .post("/sign-in", "/sign-in/provider", Form.of("back", "//elsewhere.example/"))
            .body();

    assertThat(browser.get(path(provider.vouch(onward(page), "subject-open"))).body())
        .contains("content=\"0;url=/\"")
        .doesNotContain("elsewhere");
  }
}
