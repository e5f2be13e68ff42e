package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.desk.settings.SettingKey;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.node.people.Cast;

/// Somebody of each role writes a text that breaks what is careless with it into every field of
/// every form that their pages have, and reads every page and file afterwards: nowhere does it
/// become part of a page, and no cell of a table begins with it.
class EveryFieldTest {

  private static final String NAUGHTY = "=nq\"'><script>nq(1)</script>${7*7}";
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[^\"]*\"");
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?s)<(input|textarea|select|button)\\b([^>]*)>(.*?)(?=<(?:input|textarea|select|button)\\b|$)");
  private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
  private static final Pattern IN_A_PAGE = Pattern.compile("<script>nq|=\"=nq\"");
  private static final Pattern IN_A_TABLE = Pattern.compile("(?m)(^|[,;\t])\"?=nq");
  private static final Set<String> ENDING =
      Set.of("/sign-out", "/language", "/account/password", "/account/sign-out-everywhere");

  /// Of pages that differ by a number alone so many are looked at.
  private static final int ALIKE = 2;

  private final Set<String> filled = new TreeSet<>();
  private final Set<String> read = new TreeSet<>();

  @TempDir private Path folder;
  private TestNode node;

  /// A node of its own, which takes part in the exchange: what is written there is in nobody's way.
  @BeforeEach
  void start() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      NodeSettings.Door door =
          new NodeSettings.Door(
              "127.0.0.1",
              socket.getLocalPort(),
              URI.create("https://127.0.0.1:" + socket.getLocalPort()));
      NodeHome.create(
              folder,
              new NodeSettings(
                  new NodeId(new Party("XA"), "csirt"),
                  List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY),
                  new NodeSettings.Ways(Optional.of(door), Optional.empty(), Optional.empty()),
                  Ceiling.of(Tlp.AMBER),
                  false,
                  Optional.empty()),
              Instant.now())
          .orThrow();
    }
    node = TestNode.startIn(folder, Map.of(SettingKey.REALM, "exercise:trial")).withDoors();
  }

  @AfterEach
  void stop() {
    node.stop();
  }

  @Test
  void aTextThatBreaksWhatIsCarelessIsHarmlessInEveryField() {
    Cast cast = new Cast(node);
    for (Role role : Role.values()) {
      walk(cast.browser(cast.account("writes", role)), true);
    }
    for (Role role : Role.values()) {
      walk(cast.browser(cast.account("reads", role)), false);
    }
    System.out.println(
        filled.size() + " kinds of form filled, " + read.size() + " kinds of page read");
    assertThat(filled).hasSizeGreaterThan(20);
  }

  private void walk(TestNode.Browser browser, boolean fills) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    Deque<String> due = new ArrayDeque<>(Set.of("/"));
    Set<String> known = new LinkedHashSet<>(due);
    while (!due.isEmpty()) {
      String path = due.poll();
      if (seen.merge(kind(path), 1, Integer::sum) > ALIKE || ENDING.contains(path)) {
        continue;
      }
      HttpResponse<String> page = browser.get(path);
      harmless(path, page);
      read.add(kind(path));
      if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      if (fills) {
        fill(browser, path, page.body());
      }
      Matcher links = LINK.matcher(page.body());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (known.add(link)) {
          due.add(link);
        }
      }
    }
  }

  private void fill(TestNode.Browser browser, String path, String page) {
    Matcher forms = FORM.matcher(page);
    while (forms.find()) {
      String action = attribute(forms.group(1), "action");
      boolean posts = forms.group(1).contains("method=\"post\"");
      if (posts && !action.isEmpty() && !ENDING.contains(action)) {
        filled.add(kind(action));
        Form form = filled(forms.group(2));
        HttpResponse<String> answer =
            browser.send(
                "POST",
                action,
                HttpRequest.BodyPublishers.ofString(form.encoded()),
                "Content-Type",
                "application/x-www-form-urlencoded");
        harmless(path + " to " + action, answer);
        assertThat(answer.statusCode()).as("%s to %s", path, action).isNotEqualTo(500);
      }
    }
  }

  private static Form filled(String inside) {
    Form form = Form.of();
    Matcher fields = FIELD.matcher(inside);
    while (fields.find()) {
      String name = attribute(fields.group(2), "name");
      String type = attribute(fields.group(2), "type");
      String value = attribute(fields.group(2), "value");
      if (name.isEmpty() || type.equals("file")) {
        continue;
      }
      switch (fields.group(1)) {
        case "textarea" -> form = form.with(name, NAUGHTY);
        case "select" -> {
          Matcher options = OPTION.matcher(fields.group(3));
          form = options.find() ? form.with(name, options.group(1)) : form;
        }
        case "button" -> {}
        default -> {
          boolean chosen = Set.of("hidden", "checkbox", "radio", "submit").contains(type);
          form = form.with(name, chosen ? value : NAUGHTY);
        }
      }
    }
    return form;
  }

  private static void harmless(String where, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html") || type.startsWith("text/csv")) {
      Pattern broken = type.startsWith("text/html") ? IN_A_PAGE : IN_A_TABLE;
      assertThat(broken.matcher(answer.body()).results())
          .as(where)
          .map(found -> around(answer.body(), found.start()))
          .isEmpty();
    }
  }

  private static String around(String body, int at) {
    return body.substring(Math.max(0, at - 120), Math.min(body.length(), at + 120));
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&") : "";
  }

  /// The path without what tells one thing from another.
  private static String kind(String path) {
    return path.replaceAll("\\?.*", "")
        .replaceAll("/[A-Z]{2}(?=/|$)", "/*")
        .replaceAll("^/(scales|measures|types|facts)/.+", "/$1/*")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}|[A-Za-z0-9_-]{22,}", "*")
        .replaceAll("/[0-9]+", "/*");
  }
}
