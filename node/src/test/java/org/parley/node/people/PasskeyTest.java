package org.parley.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Passkey;
import org.parley.core.people.Role;
import org.parley.core.people.Secrets;
import org.parley.core.terms.Octets;
import org.parley.duties.people.Lodge;
import org.parley.duties.port.Register;
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
  void theLastPasskeyStaysWhileNothingElseOpensTheAccount() {
    Account auditor = cast.account("last", Role.AUDITOR);
    TestNode.Browser browser = cast.browser(auditor);
    Octets first = keep(auditor, 1);

    HttpResponse<String> kept = drop(browser, first);

    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(kept.body())
        .contains("This is the last way into your account")
        .contains("href=\"#keys\"")
        .contains("P952")
        .contains("key number 1");
    keep(auditor, 2);
    assertThat(drop(browser, first).statusCode()).isEqualTo(303);
    assertThat(browser.get("/account").body())
        .contains("key number 2")
        .doesNotContain("key number 1");
  }

  @Test
  void aPasskeyMayGoWhereAPasswordOpensTheAccount() {
    Account auditor = cast.account("typed", Role.AUDITOR);
    Octets only = keep(auditor, 3);
    Secrets secrets = new Secrets(Optional.of("hash"), Optional.of(only), 0);
    change(register -> register.keep(auditor.id(), secrets));

    assertThat(drop(cast.browser(auditor), only).statusCode()).isEqualTo(303);
  }

  private Octets keep(Account account, int number) {
    Octets id = Octets.of(account.id() + " " + number);
    Passkey key =
        new Passkey(
            id,
            account.id(),
            Octets.of("registration"),
            0,
            "key number " + number,
            Instant.parse("2026-11-22T12:00:00Z"),
            Optional.empty());
    change(register -> register.keep(key));
    return id;
  }

  private void change(Consumer<Register> how) {
    node.context()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          how.accept(register);
          return true;
        });
  }

  private static HttpResponse<String> drop(TestNode.Browser browser, Octets key) {
    String hex = HexFormat.of().formatHex(key.toArray());
    return browser.post("/account", "/account/passkeys/drop", Form.of("key", hex));
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
