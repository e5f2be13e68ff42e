package org.parley.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// The page on which people make and take back tokens, and what an administrator sees of them.
class TokenPagesTest {

  private static final Pattern TOKEN = Pattern.compile("parley_[A-Za-z0-9_-]{43}");
  private static final Pattern ID = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final String PAGE = "/account/tokens";

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Account operator = cast.account("operator", Role.OPERATOR);
  private final TestNode.Browser browser = cast.browser(operator);

  private String make() {
    HttpResponse<String> page =
        browser.post(
            PAGE, PAGE, Form.of("name", "Night <script>", "scopes", "read-incidents", "days", "7"));
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).as(page.body()).isTrue();
    return token.group();
  }

  private int status(String token) {
    return new Programs.Caller(node, token).get("/api/v1/incidents").statusCode();
  }

  private static String id(String page) {
    Matcher id = ID.matcher(page);
    assertThat(id.find()).as(page).isTrue();
    return id.group(1);
  }

  @Test
  void aTokenIsShownOnceWorksAndIsTakenBackByItsOwner() {
    String token = make();

    assertThat(status(token)).isEqualTo(200);
    String page = browser.get(PAGE).body();
    assertThat(page).doesNotContain(token).contains("Night &lt;script&gt;").contains("datetime=");
    assertThat(browser.post(PAGE, PAGE + "/revoke", Form.of("token", id(page))).statusCode())
        .isEqualTo(303);
    assertThat(status(token)).isEqualTo(401);
    assertThat(browser.get(PAGE).body()).contains("No program holds a token.");
  }

  @Test
  void whatIsWrongInTheFormIsToldAtItsFieldsAndNothingTypedIsLost() {
    HttpResponse<String> page =
        browser.post(PAGE, PAGE, Form.of("name", "", "scopes", "report-incidents", "days", "400"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("name-wrong")
        .contains("days-wrong")
        .contains("value=\"400\"")
        .contains("value=\"report-incidents\" checked")
        .doesNotContain("parley_");
  }

  @Test
  void nobodyIsOfferedOrGivenMoreThanTheyMayThemselves() {
    TestNode.Browser auditor = cast.browser(cast.account("auditor", Role.AUDITOR));
    assertThat(auditor.get(PAGE).body()).doesNotContain("name=\"scopes\"");
    TestNode.Browser clearing = cast.browser(cast.account("clearing", Role.CLEARING_OFFICER));
    assertThat(clearing.get(PAGE).body())
        .contains("value=\"read-incidents\"")
        .doesNotContain("value=\"revise-incidents\"");

    HttpResponse<String> page =
        clearing.post(PAGE, PAGE, Form.of("name", "x", "scopes", "revise-incidents", "days", "7"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).doesNotContain("parley_");
  }

  @Test
  void anAdministratorSeesThatATokenIsThereAndTakesItBack() {
    String token = make();
    TestNode.Browser administrator = cast.browser(cast.account("boss", Role.ADMINISTRATOR));
    String path = "/accounts/" + operator.id();

    String page = administrator.get(path).body();

    assertThat(page).contains("Night &lt;script&gt;").doesNotContain(token);
    administrator.post(path, path + "/tokens/revoke", Form.of("token", id(page)));
    assertThat(status(token)).isEqualTo(401);
    assertThat(cast.browser(cast.account("other", Role.OPERATOR)).get(path).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobodyTakesBackTheTokenOfSomebodyElseOnTheirOwnPage() {
    String token = make();
    String id = id(browser.get(PAGE).body());

    cast.browser(cast.account("rival", Role.OPERATOR))
        .post(PAGE, PAGE + "/revoke", Form.of("token", id));

    assertThat(status(token)).isEqualTo(200);
  }
}
