package org.parley.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.issue.Issue;
import org.parley.core.people.Role;
import org.parley.desk.Shelf;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.voice.Words;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;
import org.parley.node.web.Problem;

/// A node whose part in the exchange cannot be taken up says so, and why, in the reader's language;
/// everything else of it works.
class BrokenExchangeTest {

  @TempDir private Path folder;

  @Test
  void filesOfTheExchangeThatCannotBeReadAreToldInSixLanguagesAndTheRestWorks() throws IOException {
    Files.writeString(folder.resolve("node.yaml"), "node: XA/csirt\noffices: [technical\n");
    TestNode node =
        TestNode.startIn(folder, Map.of(SettingKey.REALM, "exercise:trial")).withDoors();
    try {
      Cast cast = new Cast(node);
      TestNode.Browser browser = cast.browser(cast.account("keeper", Role.ADMINISTRATOR));
      Exchanging.State state = node.context().getBean(Exchanging.class).state();
      assertThat(state).isInstanceOf(Exchanging.State.Broken.class);
      List<Issue> why = ((Exchanging.State.Broken) state).why();
      assertThat(why).isNotEmpty();

      for (String language : List.of("en", "fr", "de", "it", "ru", "es")) {
        browser.post("/", "/language", Form.of("to", language, "back", "/"));
        String page = browser.get("/exchange").body();
        Words words = Shelf.open(Shelf.library(Optional.empty()), language).words();

        assertThat(text(page)).contains(words.say("page.exchange.broken"));
        for (Issue issue : why) {
          assertThat(text(page))
              .contains(Problem.says(words, issue))
              .containsIgnoringCase(issue.message());
          assertThat(page.contains("lang=\"en\"><bdi>")).isEqualTo(!language.equals("en"));
          assertThat(page).contains(issue.code().label());
        }
      }
      assertThat(browser.get("/accounts").statusCode()).isEqualTo(200);
      assertThat(cast.browser(cast.withLogin("csirt")).get("/incidents").statusCode())
          .isEqualTo(200);
    } finally {
      node.stop();
    }
  }

  private static String text(String page) {
    return page.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
