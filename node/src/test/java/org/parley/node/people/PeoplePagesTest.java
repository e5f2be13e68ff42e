package org.parley.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.SetUpNode;
import org.parley.duties.people.TestCodes;
import org.parley.node.Form;
import org.parley.node.TestNode;

class PeoplePagesTest {

  private static final String PASSWORD = "correct horse battery";

  @Test
  void anEmptyNodeIsSetUpInTheBrowserAndItsFirstAdministratorSignsIn() {
    TestNode node = TestNode.start(Map.of());
    try {
      TestNode.Browser browser = node.browser();
      assertThat(browser.get("/").body()).contains("href=\"/set-up\"");
      assertThat(browser.get("/door/anything").statusCode()).isEqualTo(404);
      String code = node.context().getBean(SetUpNode.class).code();

      HttpResponse<String> refused = browser.post("/set-up", "/set-up", setUp("wrong"));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("P936").contains("Ministry of &lt;b>X");

      HttpResponse<String> done = browser.post("/set-up", "/set-up", setUp(code));
      assertThat(done.statusCode()).isEqualTo(303);
      assertThat(browser.get("/set-up").statusCode()).isEqualTo(404);
      assertThat(browser.post("/", "/set-up", setUp(code)).statusCode()).isEqualTo(404);

      String seed = choose(browser, location(done));
      assertThat(browser.get("/accounts").body()).contains("First Administrator");
      assertThat(browser.get(location(done)).statusCode()).isEqualTo(404);

      signInAnew(node, seed);
    } finally {
      node.stop();
    }
  }

  private static Form setUp(String code) {
    return Form.of(
        "code", code,
        "state", "xb",
        "authority", "Ministry of <b>X</b>",
        "language", "en",
        "languages", "ru",
        "login", "First.Admin",
        "name", "First Administrator");
  }

  private static String choose(TestNode.Browser browser, String invitation) {
    String seed = seed(browser.get(invitation).body());
    HttpResponse<String> weak =
        browser.post(
            invitation,
            invitation,
            Form.of("password", "password1234", "seed", seed, "code", TestCodes.now(seed)));
    assertThat(weak.body()).contains("P942").contains(seed);
    HttpResponse<String> chosen =
        browser.post(
            invitation,
            invitation,
            Form.of("password", PASSWORD, "seed", seed, "code", TestCodes.now(seed)));
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("session=")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    return seed;
  }

  private static String seed(String page) {
    Matcher matcher = Pattern.compile("name=\"seed\" value=\"([A-Z2-7]{32})\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static void signInAnew(TestNode node, String seed) {
    TestNode.Browser other = node.browser();
    Form form = Form.of("login", "first.admin", "password", PASSWORD, "back", "/accounts");
    assertThat(other.get("/accounts").statusCode()).isEqualTo(303);
    assertThat(other.post("/sign-in", "/sign-in", form.with("code", "000000")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> in =
        other.post("/sign-in", "/sign-in", form.with("code", TestCodes.next(seed)));
    assertThat(location(in)).isEqualTo("/accounts");
    assertThat(other.get("/accounts").statusCode()).isEqualTo(200);
    assertThat(other.post("/", "/account/sign-out-everywhere", Form.of()).statusCode())
        .isEqualTo(303);
    assertThat(other.get("/accounts").statusCode()).isEqualTo(303);
  }

  @Test
  void aDoorIntoTheExerciseLetsInOnceAndOnlyWhenItIsPushed() {
    TestNode node = TestNode.start(Map.of(SettingKey.REALM, "exercise:doors"));
    try {
      String path =
          "/door/" + node.context().getBean(OpenDoors.class).open().orThrow().get(1).token().text();
      TestNode.Browser browser = node.browser();
      browser.get(path);
      assertThat(browser.get("/account").statusCode()).isEqualTo(303);

      assertThat(browser.post(path, path, Form.of()).statusCode()).isEqualTo(303);
      assertThat(browser.get("/account").body()).contains("Duty officer, CSIRT of XA");
      assertThat(node.browser().post(path, path, Form.of()).statusCode()).isEqualTo(404);
    } finally {
      node.stop();
    }
  }

  @Test
  void anAdministratorInvitesEntrustsAndDisables() {
    Cast cast = new Cast(TestNode.shared());
    TestNode.Browser boss = cast.browser(cast.account("boss", Role.ADMINISTRATOR));
    String login = "new-" + UUID.randomUUID();

    HttpResponse<String> invited =
        boss.post(
            "/accounts/new",
            "/accounts/new",
            Form.of(
                "login", login, "name", "Új Ñáme", "roles", "operator", "organisation", "Grid"));
    assertThat(invited.body()).contains("/invitation/");
    Account made = cast.withLogin(login);
    assertThat(made.organisation()).isPresent();

    String at = "/accounts/" + made.id();
    assertThat(boss.post(at, at, Form.of("roles", "policy-officer")).body()).contains("P946");
    assertThat(
            boss.post(at, at, Form.of("roles", "policy-officer", "office", "policy")).statusCode())
        .isEqualTo(303);
    TestNode.Browser officer = cast.browser(made);
    assertThat(officer.get("/account").statusCode()).isEqualTo(200);
    assertThat(boss.post(at, at + "/standing", Form.of("active", "no")).statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/account").statusCode()).isEqualTo(303);
    assertThat(cast.withLogin(login).office()).hasToString("Optional[XA/policy]");
  }

  @Test
  void oneReadsInTheLanguageAndTimeZoneOneChose() {
    Cast cast = new Cast(TestNode.shared());
    TestNode.Browser browser = cast.browser(cast.account("reader", Role.AUDITOR));

    assertThat(
            browser
                .post("/account", "/account", Form.of("language", "ru", "zone", "Nowhere/Here"))
                .body())
        .contains("P939")
        .contains("Nowhere/Here");
    assertThat(
            browser
                .post("/account", "/account", Form.of("language", "ru", "zone", "Asia/Almaty"))
                .statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/account").body())
        .contains("<html lang=\"ru\">")
        .contains("Asia/Almaty");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void anExerciseControllerIsToldWhatTheRoleOpensAndPromisedNoMore() {
    Cast cast = new Cast(TestNode.shared());
    TestNode.Browser browser = cast.browser(cast.account("controller", Role.EXERCISE_CONTROLLER));

    String home = browser.get("/").body();

    assertThat(home)
        .contains("This node works in the exercise “trial”")
        .contains("there is no page from which an exercise is steered")
        .contains("href=\"/directory\"")
        .contains("href=\"/network\"");
    assertThat(browser.get("/directory").statusCode()).isEqualTo(200);
    assertThat(browser.get("/network").statusCode()).isEqualTo(200);
    assertThat(browser.get("/account").body())
        .contains("<h2>Add a passkey</h2>")
        .doesNotContain("Or with a passkey");
  }

  @Test
  void everyLinkOfEachRolesHomeLeadsSomewhere() {
    Cast cast = new Cast(TestNode.shared());
    for (Role role : Role.values()) {
      TestNode.Browser browser = cast.browser(cast.account("home", role));
      Matcher links = Pattern.compile("href=\"(/[^\"]*)\"").matcher(browser.get("/").body());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        assertThat(browser.get(link).statusCode()).as(role + " at " + link).isLessThan(400);
      }
    }
  }
}
