package org.parley.node.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.node.provider.Meeting.askToEnter;
import static org.parley.node.provider.Meeting.onward;
import static org.parley.node.provider.Meeting.path;
import static org.parley.node.provider.Meeting.settings;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.people.SignIn;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// What a provider may do to a node: be away, say too much, be too lax.
class ProviderAwayTest {

  private final SmallProvider provider = Meeting.shared().provider;
  private final TestNode node = Meeting.shared().node;
  private final Cast cast = Meeting.shared().cast;

  @BeforeEach
  void honestAgain() {
    provider.honest();
  }

  @Test
  void aNodeStartsWhileItsProviderIsAwayAndSaysSoInTheReadersLanguage() {
    SmallProvider away = new SmallProvider();
    Map<SettingKey, String> said = settings(away, Map.of());
    away.close();
    TestNode alone = TestNode.start(said);
    try {
      TestNode.Browser browser = alone.browser();
      browser.post("/", "/language", Form.of("to", "ru", "back", "/"));

      HttpResponse<String> answer = browser.post("/sign-in", "/sign-in/provider", Form.of());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("<html lang=\"ru\">")
          .contains("Alder &lt;Key&gt;: сейчас нет связи");
    } finally {
      alone.stop();
    }
  }

  @Test
  void answersOfAnySizeAndNoAnswerHoldNobodyUpForLong() {
    for (SmallProvider.Mood mood :
        List.of(
            SmallProvider.Mood.HUGE_TOKEN,
            SmallProvider.Mood.FAILING_TOKEN,
            SmallProvider.Mood.SILENT_TOKEN)) {
      provider.honest();
      TestNode.Browser browser = node.browser();
      String back = path(provider.vouch(onward(askToEnter(browser)), "subject-any"));
      provider.mood = mood;
      long begun = System.nanoTime();

      HttpResponse<String> answer = browser.get(back);

      assertThat(answer.statusCode()).as("%s", mood).isEqualTo(503);
      assertThat(answer.body()).contains("cannot be reached just now");
      assertThat((System.nanoTime() - begun) / 1_000_000_000L).as("%s", mood).isLessThan(11);
    }
  }

  @Test
  void aProviderThatSaysTooMuchOrCallsItselfOtherwiseIsNotAsked() {
    try (SmallProvider strange = new SmallProvider()) {
      TestNode other = TestNode.start(settings(strange, Map.of()));
      try {
        strange.mood = SmallProvider.Mood.HUGE_DISCOVERY;
        assertThat(askToEnter(other.browser())).contains("cannot be reached just now");
        strange.honest();
        strange.called = "http://127.0.0.1:2";
        assertThat(askToEnter(other.browser())).contains("cannot be reached just now");
        strange.honest();
        TestNode.Browser browser = other.browser();
        String back = path(strange.vouch(onward(askToEnter(browser)), "subject-any"));
        strange.mood = SmallProvider.Mood.HUGE_KEYS;
        assertThat(browser.get(back).statusCode()).isEqualTo(503);
        assertThat(strange.asked).as("what it says of itself holds for an hour").isEqualTo(3);
      } finally {
        other.stop();
      }
    }
  }

  @Test
  void aNodeMayDemandHowAPersonWasCheckedAndCountsWhatFails() {
    Map<SettingKey, String> demands =
        Map.of(SettingKey.PROVIDER_ACR, "high highest", SettingKey.PROVIDER_AMR, "hwk user");
    try (SmallProvider strict = new SmallProvider()) {
      TestNode other = TestNode.start(settings(strict, demands));
      try {
        assertThat(onward(askToEnter(other.browser()))).contains("acr_values=high%20highest");
        assertThat(tried(other, strict, claims -> {})).contains("Too weakly checked");
        assertThat(tried(other, strict, claims -> claims.claim("acr", "high")))
            .contains("Too weakly checked");
        assertThat(tried(other, strict, claims -> checked(claims, "low")))
            .contains("Too weakly checked");
        assertThat(tried(other, strict, claims -> checked(claims, "highest")))
            .contains("this node does not");

        SignIn signIn = other.context().getBean(SignIn.class);
        for (int time = 0; time < 100; time++) {
          signIn.failedFrom("127.0.0.1");
        }
        HttpResponse<String> closed =
            other.browser().post("/sign-in", "/sign-in/provider", Form.of());
        assertThat(closed.statusCode()).isEqualTo(429);
      } finally {
        other.stop();
      }
    }
  }

  private static void checked(JWTClaimsSet.Builder claims, String acr) {
    claims.claim("acr", acr).claim("amr", List.of("hwk", "user", "pin"));
  }

  private static String tried(
      TestNode at, SmallProvider by, Consumer<JWTClaimsSet.Builder> claims) {
    by.lie = claims;
    TestNode.Browser browser = at.browser();
    return browser.get(path(by.vouch(onward(askToEnter(browser)), "subject"))).body();
  }

  @Test
  void aNodeWithoutAProviderHasNoSuchWayIn() {
    TestNode without = TestNode.start(Map.of(SettingKey.REALM, "exercise:none"));
    try {
      assertThat(without.browser().get("/sign-in").body()).doesNotContain("/sign-in/provider");
      assertThat(without.browser().post("/", "/sign-in/provider", Form.of()).statusCode())
          .isEqualTo(404);
      assertThat(without.browser().get(Counter.RETURN + "?code=x&state=y").statusCode())
          .isEqualTo(404);
    } finally {
      without.stop();
    }
  }
}
