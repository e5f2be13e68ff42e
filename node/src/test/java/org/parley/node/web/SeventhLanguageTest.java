package org.parley.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.voice.Words;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// A language that is one file in the node's data folder.
class SeventhLanguageTest {

  @TempDir Path data;

  @Test
  void aFileInTheDataFolderIsALanguageOfTheNodeAndEnglishIsMarkedWhereItIsSilent()
      throws IOException {
    Files.createDirectories(data.resolve("words"));
    Files.copy(Path.of("..", "handbook", "words", "pl.yaml"), data.resolve("words/pl.yaml"));
    TestNode node = TestNode.startIn(data, Map.of(SettingKey.REALM, "exercise:polski")).withDoors();
    try {
      aVisitorReadsPolish(node.browser());
      TestNode.Browser officer =
          new Cast(node).browser(new Cast(node).account("o", Role.TECHNICAL_OFFICER));
      officer.post("/", "/language", Form.of("to", "pl", "back", "/"));
      for (String path :
          List.of(
              "/", "/incidents", "/messages", "/account", "/directory", "/measures", "/report")) {
        String page = officer.get(path).body();
        assertThat(page).as(path).contains("<html lang=\"pl\">").contains("Wyloguj się");
        assertThat(page.chars().anyMatch(letter -> letter >= 0xFDD0 && letter <= 0xFDEF))
            .as("no mark of ours is left on %s", path)
            .isFalse();
      }
      assertThat(officer.get("/account").body())
          .contains("<option value=\"pl\" lang=\"pl\"")
          .doesNotContain("<title><span");
      assertThat(officer.get("/incidents.csv").body()).doesNotContain("<span");
    } finally {
      node.stop();
    }
  }

  private static void aVisitorReadsPolish(TestNode.Browser visitor) {
    assertThat(visitor.get("/").body())
        .contains("<html lang=\"en\">")
        .contains("value=\"pl\" lang=\"pl\">Polski</button>");
    assertThat(visitor.get("/", "Accept-Language", "pl-PL, en;q=0.5").body())
        .contains("<html lang=\"pl\">")
        .contains("Jak poważny jest cyberincydent i dla kogo?");
    visitor.post("/", "/language", Form.of("to", "pl", "back", "/"));
    assertThat(visitor.get("/calculator").body())
        .contains("<html lang=\"pl\">")
        .contains("<h1>Jaki byłby to poziom?</h1>");
    assertThat(visitor.get("/measures").body())
        .contains("<html lang=\"pl\">")
        .contains("<span lang=\"en\">");
    visitor.post("/", "/language", Form.of("to", "ru", "back", "/"));
    assertThat(visitor.get("/measures").body())
        .contains("<html lang=\"ru\">")
        .doesNotContain("<span lang=\"en\">");
  }

  @Test
  void englishIsMarkedInTextsAndLeftAloneWhereNothingCanBeMarked() {
    String said = Words.FOREIGN_BEGINS + "Skip & go" + Words.FOREIGN_ENDS;

    String marked =
        ForeignWords.mark(
            "<title>%s · Parley</title><a title=\"a > %s\">%s: 3</a><option>%s</option> <p>Whole</p>"
                .replace("%s", said),
            Set.of("Whole"));

    assertThat(marked)
        .isEqualTo(
            "<title>Skip & go · Parley</title><a title=\"a > Skip & go\"><span lang=\"en\">Skip &"
                + " go</span>: 3</a><option>Skip & go</option> <p><span"
                + " lang=\"en\">Whole</span></p>");
  }
}
