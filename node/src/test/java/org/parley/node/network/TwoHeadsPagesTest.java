package org.parley.node.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// Who registers tells a State's node two stories; its people see both, and whom to ask.
class TwoHeadsPagesTest {

  @TempDir private static Path folder;
  private static TwoStories stories;
  private static TestNode.Browser officer;
  private static TestNode.Browser administrator;

  @BeforeAll
  static void begin() {
    stories = new TwoStories(folder);
    Cast cast = new Cast(stories.node());
    officer = cast.browser(cast.account("officer", Role.TECHNICAL_OFFICER));
    administrator = cast.browser(cast.account("administrator", Role.ADMINISTRATOR));
  }

  @AfterAll
  static void end() {
    stories.close();
  }

  @Test
  void twoStoriesStandSideBySideAndHomeSaysSo() {
    assertThat(officer.get("/network").body())
        .doesNotContain("two heads")
        .doesNotContain("Two rounds");
    assertThat(officer.get("/").body()).doesNotContain("two heads").doesNotContain("Two rounds");

    stories.links();
    assertThat(alerts(officer.get("/network").body()))
        .singleElement()
        .asString()
        .contains("The roster has two heads", "Number 1", "Note 17/2026", "Note 99/2026")
        .contains("counts here", "kept, does not count", "secretariat/desk")
        .doesNotContain("XC/csirt");
    assertThat(officer.get("/").body()).contains("The roster has two heads");

    stories.charters();
    assertThat(alerts(officer.get("/network").body()).getFirst())
        .contains("2 signed documents contradict");

    stories.rounds();
    assertThat(alerts(officer.get("/network").body()).getLast())
        .contains("Two rounds under one number")
        .contains(stories.by.toString(), stories.by.plusDays(5).toString());
    assertThat(officer.get("/").body())
        .contains("Two rounds under one number")
        .contains("Please confirm your sheet of offices by " + stories.by);
  }

  @Test
  void entriesThatNobodyVouchesForWaitForATelephoneCall() {
    stories.strangers();

    String page = administrator.get("/network").body();
    assertThat(page)
        .contains("Waits for a telephone call", "/network/held/XB/compared")
        .contains("/network/held/secretariat/compared");
    assertThat(officer.get("/network").body())
        .contains("Waits for a telephone call")
        .doesNotContain("/network/held/XB/compared");

    administrator.post("/network", "/network/held/XB/set-aside", Form.of());
    assertThat(administrator.get("/network").body())
        .doesNotContain("/network/held/XB/compared")
        .contains("/network/held/secretariat/compared");
  }

  private static List<String> alerts(String page) {
    return List.of(page.split("<div class=\"problems\" role=\"alert\">")).stream()
        .skip(1)
        .map(each -> each.substring(0, each.indexOf("</div>")))
        .toList();
  }
}
