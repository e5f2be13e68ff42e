package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

/// A designer adds to a scale by a form, with the keyboard, and is told what is missing.
class DesignerJourneyTest {

  private static RunningNode node;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    chromium = Chromium.open();
    node = RunningNode.start(data.resolve("node"), "--exercise", "design", "--doors");
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

  private static void look(Page page, String place, List<String> found) {
    page.evaluate(
        "document.querySelectorAll('details:not(.languages)').forEach(each => each.open = true)");
    Chromium.barriers(page).forEach(barrier -> found.add(place + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      found.add(place + ": sticks out sideways");
    }
  }

  @Test
  void a_row_is_added_by_a_form_and_what_is_missing_is_told_at_its_field() {
    Page desk = chromium.page("en", Window.DESK, ColorScheme.LIGHT, true);
    desk.navigate(node.door("csirt"));
    desk.locator("main form button").first().click();
    desk.waitForLoadState();
    desk.navigate(node.address() + "/workbench/new");
    desk.fill("#title", "Ours");
    desk.locator("input[name=from][value^='parley/starter']").check();
    desk.locator("main form .actions button").click();
    desk.waitForURL("**/workbench/*-*");
    String draft = desk.url();
    List<String> found = new ArrayList<>();
    look(desk, "rule", found);

    desk.selectOption("#row-level", "serious");
    desk.selectOption("#row-fact", "usersAffected");
    desk.fill("#row-value", "40000");
    desk.locator("button[name=do][value=row]").focus();
    desk.keyboard().press("Enter");
    desk.locator("#problems").waitFor();
    look(desk, "rule with problems", found);
    assertThat(desk.locator("#row-test-wrong").innerText()).isNotBlank();
    assertThat(desk.inputValue("#row-value")).isEqualTo("40000");

    desk.selectOption("#row-test", "atLeast");
    desk.selectOption("#row-cite", "proposal");
    desk.locator("button[name=do][value=row]").focus();
    desk.keyboard().press("Enter");
    desk.waitForURL("**done=saved");
    assertThat(desk.inputValue("textarea[name=text]"))
        .contains("- {usersAffected: {atLeast: 40000}, cite: proposal}");

    desk.navigate(draft + "/plan");
    look(desk, "plan", found);
    desk.context().close();
    assertThat(found).isEmpty();
  }
}
