package org.parley.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// What the node asks of devices, and that it takes no answer that does not fit. That real answers
/// are taken is seen in a browser with a device of its own.
class PasskeyTest {

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);

  @Test
  void theDeviceIsAskedToCheckThePersonAndToKeepTheKey() {
    TestNode.Browser browser = cast.browser(cast.account("keys", Role.AUDITOR));

    String question = browser.post("/account", "/account/passkeys/options", Form.of()).body();

    assertThat(question)
        .contains("\"userVerification\":\"required\"")
        .contains("\"residentKey\":\"required\"")
        .contains("\"id\":\"localhost\"")
        .contains("\"name\":\"keys-");
    assertThat(node.browser().post("/", "/sign-in/passkey/options", Form.of()).body())
        .contains("\"userVerification\":\"required\"")
        .doesNotContain("keys-");
  }

  @Test
  void answersThatDoNotFitAreRefused() {
    TestNode.Browser browser = cast.browser(cast.account("keys", Role.AUDITOR));
    String ceremony =
        ceremony(browser.post("/account", "/account/passkeys/options", Form.of()).body());
    for (String credential : List.of("", "{}", "[", "null", "{\"id\":\"x\",\"response\":{}}")) {
      for (String path : List.of("/account/passkeys", "/sign-in/passkey")) {
        HttpResponse<String> answer =
            browser.post("/", path, Form.of("ceremony", ceremony, "credential", credential));
        assertThat(answer.statusCode()).as("%s %s", path, credential).isEqualTo(422);
        assertThat(answer.headers().allValues("Set-Cookie").toString()).doesNotContain("session");
      }
    }
  }

  @Test
  void anInvitationThatIsNoneAsksNothing() {
    assertThat(
            node.browser().post("/", "/invitation/guess/passkey/options", Form.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void withoutScriptsThePageOffersPasswordAndCodeAlone() {
    String page = node.browser().get("/sign-in").body();

    assertThat(page)
        .contains("<form class=\"sheet\" hidden data-passkey=")
        .contains("name=\"code\"");
  }

  private static String ceremony(String question) {
    Matcher matcher = Pattern.compile("\"ceremony\":\"([0-9a-f]{64})\"").matcher(question);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
