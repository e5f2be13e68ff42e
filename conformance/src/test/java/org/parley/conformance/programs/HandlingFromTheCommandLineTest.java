package org.parley.conformance.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.conformance.programs.CommandLineNode.parley;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.conformance.programs.CommandLineNode.Run;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.desk.Shelf;
import org.parley.desk.report.ReportForm;
import org.parley.duties.casefile.AttachFile;
import org.parley.node.incidents.Room;
import org.parley.node.web.Sites;

/// Files and markings of incidents by `parley incident`, against a real node on loopback.
class HandlingFromTheCommandLineTest {

  @TempDir private static Path folder;

  private static CommandLineNode there;

  @BeforeAll
  static void startNode() {
    there = CommandLineNode.start(folder);
  }

  @AfterAll
  static void stopNode() {
    there.close();
  }

  private static String reported(Path token) throws IOException {
    Path yaml = there.file("incident-" + UUID.randomUUID() + ".yaml", CommandLineNode.INCIDENT);
    Run reported = parley(there.address(), token, "report", "--tlp", "AMBER", yaml.toString());
    assertThat(reported.status()).as(reported.err()).isZero();
    return reported.out().replaceAll("(?s).*\"incident\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void theFormForReportsWithoutANetworkIsTakenHereToo() throws IOException {
    Path token = there.token("operator");
    String form =
        ReportForm.text(
            Shelf.open(Shelf.library(Optional.empty()), "ru"), new Realm.Exercise("trial"));
    Path bare = there.file("bare.yaml", form.replace("title: \"\"", "title: Заполнено"));
    Path more =
        there.file(
            "more.yaml",
            form.replace("title: \"\"", "title: Заполнено")
                .replace("# downtime: ", "downtime: PT3H"));

    Run first = parley(there.address(), token, "report", bare.toString());
    Run second = parley(there.address(), token, "report", more.toString());

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(second.status()).as(second.err()).isZero();
    Path elsewhere = there.file("real.yaml", form.replace("exercise:trial", "real"));
    Run refused = parley(there.address(), token, "report", "--title", "x", elsewhere.toString());
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err()).contains("this node is in exercise:trial");
  }

  @Test
  void aFileIsAttachedListedAndFetchedOnceAnOfficerHasReleasedIt() throws IOException {
    Path token = there.token("csirt");
    String incident = reported(token);
    byte[] log = "--parley-\r\nline \u0000 two\n".getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("Журнал \"1\".log");
    Files.write(file, log);
    Path out = folder.resolve("fetched.log");
    String[] fetch = {"fetch", "--out", out.toString(), incident, "1"};

    Run attached =
        parley(there.address(), token, "attach", "--words", "Log.", incident, file.toString());
    Run early = parley(there.address(), token, fetch);
    Run list = parley(there.address(), token, "files", incident);
    release(incident);
    Run fetched = parley(there.address(), token, fetch);
    Run again = parley(there.address(), token, fetch);
    Run lines = parley(there.address(), token, "files", "--json", incident);

    assertThat(attached.status()).as(attached.err()).isZero();
    assertThat(attached.out()).contains("\"file\":1");
    assertThat(list.out()).contains("in quarantine").contains("Журнал");
    assertThat(early.status()).isEqualTo(65);
    assertThat(early.err()).contains("P1106");
    assertThat(fetched.status()).as(fetched.err()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(log);
    assertThat(fetched.out()).startsWith(Digest.of(log).hex());
    assertThat(again.status()).isEqualTo(73);
    assertThat(lines.out()).contains("\"custody\":\"released\"").contains("\"words\":\"Log.\"");
  }

  private static void release(String incident) {
    Room room = there.node().getBean(Room.class);
    new AttachFile(room.work())
        .release(
            there.node().getBean(Sites.class).now().realm(),
            CaseId.parse(incident).orElseThrow(),
            1,
            there.account("csirt").actor())
        .orThrow();
  }

  @Test
  void anIncidentAndOneOfItsFactsAreMarkedAndTheMarkingsTold() throws IOException {
    Path token = there.token("csirt");
    String incident = reported(token);

    Run whole =
        parley(there.address(), token, "mark", "--tlp", "AMBER+STRICT", "--pap", "AMBER", incident);
    Run fact =
        parley(there.address(), token, "mark", "--fact", "usersAffected", "--tlp", "RED", incident);
    Run told = parley(there.address(), token, "mark", incident);
    Run none =
        parley(there.address(), token, "mark", "--fact", "usersAffected", "--none", incident);
    Run after = parley(there.address(), token, "mark", incident);

    for (Run each : List.of(whole, fact, told, none, after)) {
      assertThat(each.status()).as(each.err()).isZero();
    }
    assertThat(told.out())
        .contains("\"marking\":{\"tlp\":\"AMBER+STRICT\",\"pap\":\"AMBER\"}")
        .contains("\"fact\":\"usersAffected\"")
        .contains("{\"tlp\":\"RED\",\"pap\":\"AMBER\"}");
    assertThat(after.out()).doesNotContain("usersAffected");
  }

  @Test
  void optionsOfAMarkingThatDoNotGoTogetherAreTold() throws IOException {
    Path token = there.token("csirt");
    String[][] wrong = {
      {"mark", "--tlp", "ORANGE", "17"},
      {"mark", "--tlp", "RED", "--pap", "BLUE", "17"},
      {"mark", "--pap", "RED", "17"},
      {"mark", "--fact", "usersAffected", "17"},
      {"mark", "--none", "17"},
      {"mark", "--potential", "--tlp", "RED", "17"},
      {"mark", "--tlp", "RED", "--grade", "no-where!=SECRET", "17"},
    };

    for (String[] each : wrong) {
      Run run = parley(there.address(), token, each);
      assertThat(run.status()).as(String.join(" ", each)).isEqualTo(64);
      assertThat(run.err()).contains("--");
    }
    Run missing = parley(there.address(), token, "attach", "17", folder.resolve("none").toString());
    assertThat(missing.status()).isEqualTo(66);
  }
}
