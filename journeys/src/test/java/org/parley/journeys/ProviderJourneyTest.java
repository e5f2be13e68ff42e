package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journeys.Chromium.Window;

/// The pages between a node and an identity provider, looked at on a light desk in English and on a
/// dark phone in Russian. The provider says where it is and nothing more.
class ProviderJourneyTest {

  private static final Pattern STATE = Pattern.compile("state=([A-Za-z0-9_-]{32,})");

  private static HttpServer provider;
  private static RunningNode node;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    chromium = Chromium.open();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/.well-known/openid-configuration",
        http -> {
          byte[] told = discovery().getBytes(StandardCharsets.UTF_8);
          http.getResponseHeaders().set("Content-Type", "application/json");
          http.sendResponseHeaders(200, told.length);
          try (var out = http.getResponseBody()) {
            out.write(told);
          }
        });
    provider.start();
    Path folder = Files.createDirectories(data.resolve("node"));
    Files.writeString(
        folder.resolve("node.properties"),
        """
        provider.issuer = %s
        provider.client = parley
        provider.secret = a secret of the journey
        provider.name = Alder Key
        """
            .formatted(issuer()));
    node = RunningNode.start(folder, "--exercise", "keys", "--doors");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
    if (provider != null) {
      provider.stop(0);
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String issuer() {
    return "http://127.0.0.1:" + provider.getAddress().getPort();
  }

  private static String discovery() {
    return """
    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"],
     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
    """
        .formatted(issuer());
  }

  @Test
  void no_page_of_the_provider_has_barriers_or_sticks_out() {
    List<String> found = new ArrayList<>();
    look("en", Window.DESK, ColorScheme.LIGHT, "csirt", found);
    look("ru", Window.PHONE, ColorScheme.DARK, "policy", found);

    assertThat(found).isEmpty();
  }

  private static void look(
      String language, Window window, ColorScheme colours, String who, List<String> found) {
    Page page = chromium.page(language, window, colours, true);
    // The provider gives no page, so that the browser stays on ours.
    page.route(issuer() + "/**", ProviderJourneyTest::nothing);
    page.navigate(node.address() + "/sign-in");
    look(page, "sign-in", found);
    String onward = pressed(page, "form[action='/sign-in/provider'] button");
    look(page, "on the way to the provider", found);

    page.navigate(node.address() + "/sign-in/provider/return?state=nobodys");
    look(page, "an errand that is over", found);
    page.navigate(node.address() + "/sign-in");
    String state = state(pressed(page, "form[action='/sign-in/provider'] button"));
    page.navigate(node.address() + "/sign-in/provider/return?error=access_denied&state=" + state);
    look(page, "stopped at the provider", found);

    page.navigate(node.door(who));
    page.locator("main form button").first().click();
    page.waitForLoadState();
    page.navigate(node.address() + "/account");
    look(page, "account", found);
    pressed(page, "form[action='/account/provider'] button");
    look(page, "on the way to link", found);
    assertThat(onward).contains(issuer() + "/authorize");
    page.context().close();
  }

  private static void nothing(Route route) {
    route.fulfill(new Route.FulfillOptions().setStatus(204));
  }

  /// Presses a button and gives the page that it leads to.
  private static String pressed(Page page, String button) {
    // What the provider does not answer would otherwise break off what the browser does next.
    page.waitForResponse(
        answer -> answer.url().startsWith(issuer()), () -> page.locator(button).click());
    page.locator("meta[http-equiv=refresh]").waitFor(hidden());
    return page.content();
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static String state(String page) {
    Matcher found = STATE.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static void look(Page page, String place, List<String> found) {
    Chromium.barriers(page).forEach(barrier -> found.add(place + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      found.add(place + ": sticks out sideways");
    }
    if (page.locator("h1").count() != 1) {
      found.add(place + ": not one heading: " + page.title());
    }
    System.out.println(place + ": " + page.title());
  }
}
