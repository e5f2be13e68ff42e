package org.parley.node.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Establishment;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.SignIn;
import org.parley.node.TestNode;
import org.parley.node.exchange.Exchanging;

/// Two real nodes of two fictitious States, each a server of its own that exchanges over HTTPS on
/// the loopback, and people signed in at both.
final class Neighbours implements AutoCloseable {

  private static final Realm REALM = new Realm.Exercise("trial");
  private static final Pattern FINGERPRINT = Pattern.compile("([0-9]{5} ){11}[0-9]{5}");

  private final TestNode one;
  private final TestNode other;

  Neighbours(Path folder) {
    one = node(folder.resolve("xa"), "XA");
    other = node(folder.resolve("xb"), "XB");
  }

  TestNode one() {
    return one;
  }

  private static TestNode node(Path folder, String state) {
    TestNode node = TestNode.startIn(folder, Map.of(SettingKey.REALM, REALM.word()));
    node.context()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(
              new Establishment(
                  REALM,
                  new Party(state),
                  "Authority of " + state,
                  List.of("en", "fr", "de", "it", "ru", "es"),
                  Optional.empty(),
                  Instant.now()));
          return true;
        });
    return node;
  }

  /// Somebody at one node or the other, signed in.
  TestNode.Browser person(String state, String office, Role... roles) {
    TestNode node = state.equals("XA") ? one : other;
    Account account =
        new Account(
            UUID.randomUUID(),
            new Account.Naming("person-" + UUID.randomUUID(), "Somebody"),
            Set.of(roles),
            OfficeId.parse(state + "/" + office),
            Optional.empty(),
            new Account.Reading("en", Optional.empty()),
            true);
    node.context()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(account);
          return true;
        });
    SignIn.SignedIn in = node.context().getBean(SignIn.class).checked(account.id()).orThrow();
    HttpCookie cookie = new HttpCookie("session", in.token().text());
    cookie.setPath("/");
    cookie.setVersion(0);
    TestNode.Browser browser = node.browser();
    browser.cookies().getCookieStore().add(URI.create("http://127.0.0.1/"), cookie);
    return browser;
  }

  /// Lets both nodes join, and each take in the other's card by the administrators' pages.
  void meet() {
    one.context().getBean(Exchanging.class).joinExercise(new Party("XA"));
    other.context().getBean(Exchanging.class).joinExercise(new Party("XB"));
    TestNode.Browser here = person("XA", "", Role.ADMINISTRATOR);
    TestNode.Browser there = person("XB", "", Role.ADMINISTRATOR);
    introduce(here, there);
    introduce(there, here);
  }

  private static void introduce(TestNode.Browser from, TestNode.Browser to) {
    HttpResponse<byte[]> card = from.bytes("/exchange/card");
    assertThat(card.statusCode()).isEqualTo(200);
    Matcher spoken = FINGERPRINT.matcher(from.get("/exchange").body());
    assertThat(spoken.find()).isTrue();
    HttpResponse<String> wrong = take(to, Octets.of(card.body()), "00000 ".repeat(12).strip());
    assertThat(wrong.statusCode()).as("another fingerprint takes nothing in").isEqualTo(422);
    HttpResponse<String> taken = take(to, Octets.of(card.body()), spoken.group());
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
  }

  private static HttpResponse<String> take(TestNode.Browser at, Octets card, String fingerprint) {
    String boundary = "part-" + UUID.randomUUID();
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    for (Map.Entry<String, String> field :
        Map.of("_csrf", at.markOn("/exchange"), "fingerprint", fingerprint).entrySet()) {
      body.writeBytes(
          ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                  .formatted(boundary, field.getKey(), field.getValue()))
              .getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"card\"; filename=\"a.card\"\r\n\r\n"
                .formatted(boundary))
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(card.toArray());
    body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return at.send(
        "POST",
        "/exchange/counterparts",
        HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
        "Content-Type",
        "multipart/form-data; boundary=" + boundary);
  }

  @Override
  public void close() {
    one.stop();
    other.stop();
  }
}
