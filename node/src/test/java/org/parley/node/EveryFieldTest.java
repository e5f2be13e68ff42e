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

/// Somebody of each role writes texts that break what is careless with them into every field of
/// every form that their pages have, and into files and their names, and reads every page and file
/// afterwards: nowhere does one become part of a page, a header or a line of its own, no cell of a
/// table begins with one, and none of them is a defect.
class EveryFieldTest {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[^\"]*\"");
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?s)<(input|textarea|select|button)\\b([^>]*)>(.*?)(?=<(?:input|textarea|select|button)\\b|$)");
  private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
  private static final Set<String> ENDING =
      Set.of("/sign-out", "/language", "/account/password", "/account/sign-out-everywhere");

  /// Of pages that differ by a number alone so many are looked at.
  private static final int ALIKE = 2;

  private final Set<String> filled = new TreeSet<>();
  private final Set<String> harms = new TreeSet<>();
  private final Set<String> files = new TreeSet<>();
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
  void textsThatBreakWhatIsCarelessAreHarmlessInEveryField() {
    Cast cast = new Cast(node);
    for (Role role : Role.values()) {
      walk(cast.browser(cast.account("writes", role)), true);
    }
    for (Role role : Role.values()) {
      walk(cast.browser(cast.account("reads", role)), false);
    }
    System.out.println(
        "%d kinds of form filled, %d of them with files, %d kinds of page read"
            .formatted(filled.size(), files.size(), read.size()));
    assertThat(harms).isEmpty();
    assertThat(filled).hasSizeGreaterThan(40);
    assertThat(files).hasSizeGreaterThan(2);
  }

  /// What the walk looks for is there where a page, a table or a calendar takes texts as they are.
  @Test
  void whereATextIsTakenAsItIsThatIsSeen() {
    List<String> pages =
        NaughtyTexts.ALL.stream()
            .filter(text -> NaughtyTexts.harm("text/html", "<p>" + text).isPresent())
            .toList();
    List<String> attributes =
        NaughtyTexts.ALL.stream()
            .filter(text ->
                NaughtyTexts.harm("text/html", "<a title='a' href=\"" + text + "\">").isPresent())
            .toList();

    assertThat(pages).hasSize(6);
    assertThat(attributes).hasSizeGreaterThan(5).anyMatch(text -> text.startsWith("javascript:"));
    for (String formula : List.of("=nq\"'", "+nq(1)", "-nq+1|cmd", "@nq", "\t=nq(1)")) {
      assertThat(NaughtyTexts.harm("text/csv", "a,b\n1," + formula)).as(formula).isPresent();
    }
    assertThat(NaughtyTexts.harm("text/calendar", "SUMMARY:nq\r\nATTENDEE:nq")).isPresent();
    assertThat(NaughtyTexts.harm("text/vcard", "FN:nq\nTEL:nq")).isPresent();
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
        boolean first = filled.add(kind(action));
        for (String text : first ? NaughtyTexts.ALL : NaughtyTexts.ALL.subList(0, 1)) {
          HttpResponse<String> answer = sent(browser, action, forms.group(2), text);
          String shown = text.substring(0, Math.min(60, text.length()));
          harmless("%s to %s: %s".formatted(path, action, shown), answer);
        }
      }
    }
  }

  /// With a file where the form takes one: the text is its name, and what stands in it.
  private HttpResponse<String> sent(
      TestNode.Browser browser, String action, String inside, String text) {
    Form form = filled(inside, text);
    String file = fileField(inside);
    if (file.isEmpty()) {
      return browser.send(
          "POST",
          action,
          HttpRequest.BodyPublishers.ofString(form.encoded()),
          "Content-Type",
          "application/x-www-form-urlencoded");
    }
    files.add(kind(action));
    String border = "border-of-parts";
    String part = "--" + border + "\r\nContent-Disposition: form-data; name=\"%s\"";
    StringBuilder body = new StringBuilder();
    form.each((name, value) ->
        body.append(part.formatted(name)).append("\r\n\r\n").append(value).append("\r\n"));
    // As browsers write names: https://html.spec.whatwg.org/ "multipart/form-data encoding".
    String name = text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    body.append(part.formatted(file)).append("; filename=\"").append(name).append("\"\r\n\r\n");
    body.append(content(text)).append("\r\n--").append(border).append("--\r\n");
    return browser.send(
        "POST",
        action,
        HttpRequest.BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "multipart/form-data; boundary=" + border);
  }

  /// A table, and where the text is short a team of another directory.
  private static String content(String text) {
    return text.length() % 2 == 0
        ? "name,state,what happened\n\"" + text.replace("\"", "\"\"") + "\",XA,\"" + text + "\"\n"
        : "[{\"official_name\":" + quoted(text) + ",\"postal_address\":" + quoted(text) + "}]";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(each -> quoted.append("\\u%04x".formatted(each)));
    return quoted.append('"').toString();
  }

  private static String fileField(String inside) {
    Matcher fields = FIELD.matcher(inside);
    while (fields.find()) {
      if (attribute(fields.group(2), "type").equals("file")) {
        return attribute(fields.group(2), "name");
      }
    }
    return "";
  }

  private static Form filled(String inside, String text) {
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
        case "textarea" -> form = form.with(name, text);
        case "select" -> {
          Matcher options = OPTION.matcher(fields.group(3));
          form = options.find() ? form.with(name, options.group(1)) : form;
        }
        case "button" -> {}
        default -> {
          boolean chosen = Set.of("hidden", "checkbox", "radio", "submit").contains(type);
          form = form.with(name, chosen ? value : text);
        }
      }
    }
    return form;
  }

  private void harmless(String where, HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() == 500) {
      harms.add(where + " is a defect");
    }
    NaughtyTexts.harm(type, answer.body()).ifPresent(around -> harms.add(where + "\n  " + around));
    answer.headers().map().keySet().stream()
        .filter(NaughtyTexts::isHeader)
        .forEach(name -> harms.add(where + " has a header " + name));
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
