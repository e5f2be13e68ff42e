package org.parley.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Realm;

class SettingsReaderTest {

  @TempDir Path data;

  @Test
  void withNothingSaidTheDefaultsHold() {
    Settings settings = SettingsReader.read(data, Map.of(), Map.of()).orThrow();

    assertThat(settings.door().address()).isEqualTo("127.0.0.1");
    assertThat(settings.door().port()).isEqualTo(8470);
    assertThat(settings.door().secure()).isFalse();
    assertThat(settings.storage().books()).isEqualTo("jdbc:sqlite:" + data.resolve("books.db"));
    assertThat(settings.realm()).isEqualTo(new Realm.Real());
  }

  @Test
  void theEnvironmentOverrulesTheFileAndTheCommandLineBoth() throws IOException {
    write("listen.port = 1\nzone = Europe/Vienna\n# a remark\nsession.idle = 5\n");

    Settings settings =
        SettingsReader.read(
                data,
                Map.of("PARLEY_LISTEN_PORT", "2", "PARLEY_ZONE", "Asia/Almaty"),
                Map.of(SettingKey.LISTEN_PORT, "3"))
            .orThrow();

    assertThat(settings.door().port()).isEqualTo(3);
    assertThat(settings.zone().getId()).isEqualTo("Asia/Almaty");
    assertThat(settings.sessionIdle()).hasMinutes(5);
  }

  @Test
  void allMistakesAreToldTogetherWithTheirPlaces() throws IOException {
    write(
        "listen.port = many\n"
            + "colour = red\n"
            + "zone = Nowhere/At_All\n"
            + "realm real\n"
            + "zone = UTC\n"
            + "ceiling = RED; SECRET\n");

    List<Issue> issues =
        switch (SettingsReader.read(data, Map.of("PARLEY_BOOKS", "jdbc:other:x"), Map.of())) {
          case Checked.Refused<Settings>(List<Issue> found) -> found;
          case Checked.Sound<Settings> _ -> List.of();
        };

    assertThat(issues.stream().map(issue -> issue.place() + " " + issue.code().label()))
        .containsExactlyInAnyOrder(
            file(1) + " P933",
            file(2) + " P931",
            file(4) + " P931",
            file(5) + " P932",
            file(6) + " P933",
            "PARLEY_BOOKS P933");
  }

  @Test
  void theCeilingNamesALevelAndGradesWithTheirStates() {
    Settings settings =
        SettingsReader.read(
                data, Map.of("PARLEY_CEILING", "TLP:AMBER; XA ALDER RESTRICTED;XB ДСП"), Map.of())
            .orThrow();

    assertThat(settings.ceiling().most()).isEqualTo(Tlp.AMBER);
    assertThat(settings.ceiling().grades())
        .extracting(SecrecyGrade::toString)
        .containsExactlyInAnyOrder("XA ALDER RESTRICTED", "XB ДСП");
    assertThat(SettingsReader.read(data, Map.of(), Map.of()).orThrow().ceiling())
        .isEqualTo(Ceiling.of(Tlp.RED));
  }

  @Test
  void aProviderIsSaidWholeAndEveryMistakeIsToldWithoutTheSecret() throws IOException {
    write(
        "provider.issuer = http://id.example\n"
            + "provider.secret = kept to ourselves \u0001\n"
            + "provider.name = "
            + "n".repeat(61)
            + "\n");

    List<Issue> issues =
        switch (SettingsReader.read(data, Map.of(), Map.of())) {
          case Checked.Refused<Settings>(List<Issue> found) -> found;
          case Checked.Sound<Settings> _ -> List.of();
        };

    assertThat(issues.stream().map(issue -> issue.place().document() + " " + issue.place().line()))
        .containsExactlyInAnyOrder(
            data.resolve(SettingsReader.FILE) + " 1",
            data.resolve(SettingsReader.FILE) + " 2",
            data.resolve(SettingsReader.FILE) + " 3",
            "default 0");
    assertThat(issues.toString()).contains("provider.client").doesNotContain("ourselves is");
    assertThat(issues.stream().map(Issue::message)).noneMatch(text -> text.contains("ourselves"));
  }

  @Test
  void theSecretOfAProviderMayStandInAFileOfItsOwn() throws IOException {
    Path secret = Files.writeString(data.resolve("client-secret"), "four quiet words here\n");
    write(
        "provider.issuer = https://id.example/realm\nprovider.client = parley\n"
            + "provider.name = Ключ ведомства\nprovider.amr = hwk user\n"
            + "provider.secret.file = "
            + secret
            + "\n");

    Provider provider =
        SettingsReader.read(data, Map.of(), Map.of()).orThrow().entrance().provider().orElseThrow();

    assertThat(provider.secret()).isEqualTo("four quiet words here");
    assertThat(provider.demands().amr()).containsExactly("hwk", "user");
    assertThat(provider).hasToString("Ключ ведомства (https://id.example/realm, parley)");
    assertThat(SettingsReader.read(data, Map.of("PARLEY_PROVIDER_SECRET", "said again"), Map.of()))
        .isInstanceOf(Checked.Refused.class);
  }

  @Test
  void anAuthorityOfTheProviderThatCannotBeReadIsToldAndNotLeftOut() throws IOException {
    Path none = Files.writeString(data.resolve("authority.pem"), "no certificate\n");
    for (String file : List.of(none.toString(), data.resolve("absent.pem").toString())) {
      Map<String, String> said =
          Map.of(
              "PARLEY_PROVIDER_ISSUER", "https://id.example",
              "PARLEY_PROVIDER_CLIENT", "parley",
              "PARLEY_PROVIDER_SECRET", "four quiet words",
              "PARLEY_PROVIDER_NAME", "Key",
              "PARLEY_PROVIDER_AUTHORITY_FILE", file);

      assertThat(SettingsReader.read(data, said, Map.of()))
          .isInstanceOfSatisfying(
              Checked.Refused.class,
              refused ->
                  assertThat(refused.issues().toString()).contains("provider.authority.file"));
    }
  }

  @Test
  void aProviderIsAskedByHttpInExercisesOnThisMachineAlone() {
    Map<String, String> said =
        Map.of(
            "PARLEY_PROVIDER_ISSUER", "http://127.0.0.1:9000",
            "PARLEY_PROVIDER_CLIENT", "parley",
            "PARLEY_PROVIDER_SECRET", "four quiet words",
            "PARLEY_PROVIDER_NAME", "Key");

    assertThat(SettingsReader.read(data, said, Map.of(SettingKey.REALM, "exercise:trial")))
        .isInstanceOf(Checked.Sound.class);
    assertThat(SettingsReader.read(data, said, Map.of())).isInstanceOf(Checked.Refused.class);
  }

  @Test
  void anHttpsAddressMakesCookiesSecure() {
    Settings settings =
        SettingsReader.read(
                data, Map.of("PARLEY_PUBLIC_ADDRESS", "https://parley.example/"), Map.of())
            .orThrow();

    assertThat(settings.door().secure()).isTrue();
    assertThat(settings.door().shown()).hasToString("Optional[https://parley.example]");
  }

  private String file(int line) {
    return data.resolve(SettingsReader.FILE) + ":" + line + ":1";
  }

  private void write(String text) throws IOException {
    Files.writeString(data.resolve(SettingsReader.FILE), text);
  }
}
