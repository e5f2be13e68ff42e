package org.parley.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Establishment;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.SignIn;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// A node that is in no exercise meets files of the directory that were taken out of one.
class ExerciseStaysOutTest {

  private static TestNode node;
  private static TestNode.Browser officer;

  @BeforeAll
  static void start() {
    node = TestNode.start(Map.of());
    Account account =
        new Account(
            UUID.randomUUID(),
            new Account.Naming("officer", "Somebody"),
            Set.of(Role.TECHNICAL_OFFICER),
            OfficeId.parse("AT/technical"),
            Optional.empty(),
            new Account.Reading("en", Optional.empty()),
            true);
    node.context()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(
              new Establishment(
                  new Realm.Real(),
                  new Party("AT"),
                  "Authority",
                  List.of("en"),
                  Optional.empty(),
                  Instant.now()));
          register.keep(account);
          return true;
        });
    SignIn.SignedIn in = node.context().getBean(SignIn.class).checked(account.id()).orThrow();
    HttpCookie cookie = new HttpCookie("session", in.token().text());
    cookie.setPath("/");
    cookie.setVersion(0);
    officer = node.browser();
    officer.cookies().getCookieStore().add(URI.create("http://127.0.0.1/"), cookie);
  }

  @AfterAll
  static void stop() {
    node.stop();
  }

  private static HttpResponse<String> reads(String name, String text) {
    return officer.upload(
        "/directory/FR/import",
        "/directory/FR/import",
        name,
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatWasTakenOutOfAnExerciseIsRefusedAndFilesOfRealOfficesAreOffered() {
    String table = "state,name,channels,source\nFR,Duty desk,phone | +33 1 5550,%s\n";
    String card = "BEGIN:VCARD\nVERSION:4.0\nKIND:org\n%sORG:France;Duty desk\nEND:VCARD\n";

    String record =
        """
        [{%s"official_name": "Duty desk", "country": {"code": "FR"}}]
        """;
    String profile =
        """
        RFC 2350 profile%s: Duty desk
        2.1 Name of the team
            Duty desk
        2.7 Electronic mail address
            desk@duty.example
        """;

    for (HttpResponse<String> refused :
        List.of(
            reads("directory.csv", table.formatted("exercise-own")),
            reads("contacts.vcf", card.formatted("X-PARLEY-EXERCISE:EXERCISE\n")),
            reads("teams.json", record.formatted("\"parley-exercise\": \"EXERCISE\", ")),
            reads("rfc2350.txt", profile.formatted(" (EXERCISE)")))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("Exercise and reality do not mix")
          .doesNotContain("Duty desk");
    }
    assertThat(reads("directory.csv", table.formatted("own")).body()).contains("Duty desk");
    assertThat(reads("contacts.vcf", card.formatted("")).body()).contains("Duty desk");
    assertThat(reads("teams.json", record.formatted("")).body()).contains("Duty desk");
    assertThat(reads("rfc2350.txt", profile.formatted("")).body()).contains("Duty desk");
  }

  @Test
  void whatAnExercisesNodeGivesAwaySaysSoInsideTheFile() {
    TestNode exercise = TestNode.shared().withDoors();
    Cast cast = new Cast(exercise);
    TestNode.Browser there = cast.browser(cast.account("officer", Role.TECHNICAL_OFFICER));
    String path = "/directory/XF/contacts/new";
    Form office =
        Form.of(
            "kind",
            "technical",
            "name",
            "Fir desk",
            "languages",
            "en",
            "channel-1",
            "+999 1 555 0100",
            "channel-1-means",
            "duty-phone",
            "always",
            "yes",
            "zone",
            "UTC");
    there.post(path, path, office);

    assertThat(there.get("/directory.csv").body()).contains("exercise-held");
    assertThat(there.get("/directory/XF/contacts.vcf").body())
        .contains("X-PARLEY-EXERCISE:Exercise");
    assertThat(there.get("/directory/XF/first.json").body()).contains("EXERCISE Fir desk");
    assertThat(there.get("/directory/XF/rfc2350.txt").body())
        .contains("RFC 2350 profile (EXERCISE): Fir desk");
  }
}
