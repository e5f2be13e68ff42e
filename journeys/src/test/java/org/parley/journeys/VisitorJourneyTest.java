package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journeys.Chromium.Window;

/// What anybody can do without an account: read scales, calculate a level.
class VisitorJourneyTest {

  private static RunningNode node;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    chromium = Chromium.open();
    node = RunningNode.start(data.resolve("node"), "--exercise", "journey");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Page desk() {
    return chromium.page("en", Window.DESK, ColorScheme.LIGHT, true);
  }

  private static void choose(Page page, String... scales) {
    page.navigate(node.address() + "/calculator");
    for (String scale : scales) {
      page.locator("input[name=scale][value^='" + scale + "']").check();
    }
    page.locator("main form button").click();
    page.waitForURL("**/calculator?**");
  }

  @Test
  void every_page_is_free_of_barriers_on_desk_and_phone_in_light_and_dark() {
    List<String> ways =
        List.of(
            "/",
            "/calculator",
            "/calculator?scale=es/rd-43-2021&scale=us/cisa-nciss&a.downtime=PT30H&a.usersAffected=many",
            "/calculator?scale=uk/ncsc&why=uk/ncsc@2018-04",
            "/scales",
            "/scales/eu/dora/2024-1772",
            "/no-such-page");
    List<String> found = new ArrayList<>();
    for (Window window : Window.values()) {
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = chromium.page("ru", window, colours, true);
        for (String way : ways) {
          page.navigate(node.address() + way);
          String name = "%s %s %s".formatted(way, window, colours);
          Chromium.picture(page, name.replaceAll("[^A-Za-z0-9]+", "-"));
          Chromium.barriers(page).forEach(barrier -> found.add(name + ": " + barrier));
          if (Chromium.scrollsSideways(page)) {
            found.add(name + ": sticks out sideways");
          }
        }
        page.context().close();
      }
    }
    assertThat(found).isEmpty();
    // The page that is not there is told by the browser itself, as a failed load.
    assertThat(chromium.complaints())
        .filteredOn(said -> !said.contains("404") && !said.contains("400"))
        .isEmpty();
  }

  @Test
  void the_range_narrows_at_once_while_the_questions_stay_where_they_are() {
    Page page = desk();
    choose(page, "uk/ncsc");
    String before = page.locator("#levels").innerText();
    Locator first = page.locator(".ask").first();
    String question = first.locator("legend").innerText();
    first.locator("input[type=radio]").first().check();
    page.waitForCondition(() -> !page.locator("#levels").innerText().equals(before));
    assertThat(page.locator(".ask").first().locator("legend").innerText()).isEqualTo(question);
    assertThat(page.url()).contains("a.");
    Chromium.picture(page, "calculator");
    page.context().close();
  }

  @Test
  void without_scripts_the_same_form_gives_the_same_result() {
    Page page = chromium.page("en", Window.DESK, ColorScheme.LIGHT, false);
    choose(page, "es/rd-43-2021", "uk/ncsc");
    String before = page.locator("#levels").innerText();
    page.locator(".ask input[type=radio]").first().check();
    page.locator(".asks button").first().click();
    assertThat(page.locator("#levels").innerText()).isNotEqualTo(before);
    assertThat(page.locator("h2").allInnerTexts()).contains("Your answers");
    page.context().close();
  }

  @Test
  void a_link_shows_the_same_calculation_to_somebody_else_in_their_own_language() {
    String link =
        node.address()
            + "/calculator?scale=es/rd-43-2021&day=2026-03-02&a.downtime=PT30H&a.usersAffected=30000..50000";
    Page english = desk();
    english.navigate(link);
    Page russian = chromium.page("ru", Window.PHONE, ColorScheme.LIGHT, true);
    russian.navigate(link);
    assertThat(russian.locator("html").getAttribute("lang")).isEqualTo("ru");
    assertThat(russian.locator("#levels .dot.on").count())
        .isEqualTo(english.locator("#levels .dot.on").count());
    english.context().close();
    russian.context().close();
  }

  @Test
  void the_whole_calculation_is_done_by_keyboard() {
    Page page = desk();
    page.navigate(node.address() + "/calculator");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    assertThat(page.locator("input[name=scale]:checked").count()).isEqualTo(1);
    page.locator("input[name=scale]").last().focus();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/calculator?**");
    assertThat(page.locator(".ask").count()).isPositive();
    page.context().close();
  }

  @Test
  void an_answer_that_cannot_be_taken_is_told_on_top_and_at_its_question_and_is_not_lost() {
    Page page = desk();
    page.navigate(node.address() + "/calculator?scale=es/rd-43-2021&a.usersAffected=many");
    Locator problem = page.locator(".problems a").first();
    assertThat(problem.innerText()).isNotBlank();
    problem.click();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-usersAffected");
    assertThat(page.locator("#f-usersAffected input").first().inputValue()).isEqualTo("many");
    page.context().close();
  }
}
