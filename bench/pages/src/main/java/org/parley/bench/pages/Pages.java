package org.parley.bench.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.parley.duties.people.OpenDoors;
import org.parley.node.ParleyNode;
import org.parley.node.people.Links;
import org.springframework.context.ConfigurableApplicationContext;

/// Fills a node with incidents and messages by its own duties, then asks for its pages over HTTP on
/// the loopback as a browser does, one after the other.
///
/// `Pages INCIDENTS REVISIONS CONVERSATIONS MESSAGES ROUNDS`, where MESSAGES is for each
/// conversation. Standard output gets `filled TAB what TAB how many TAB seconds` and, for each
/// page, `page TAB path TAB median ms TAB p95 ms TAB bytes`.
public final class Pages {

  private static final String EXERCISE = "bench";

  private Pages() {}

  public static void main(String[] sizes) throws Exception {
    Path folder = Files.createTempDirectory("parley-bench-pages");
    try {
      measure(folder, Stream.of(sizes).map(Integer::valueOf).toList());
    } finally {
      delete(folder);
    }
    // The server's threads would go on.
    System.exit(0);
  }

  private static void measure(Path folder, List<Integer> sizes) throws Exception {
    Settings settings =
        SettingsReader.read(
                folder.resolve("xa"),
                Map.of(),
                Map.of(SettingKey.LISTEN_PORT, "0", SettingKey.REALM, "exercise:" + EXERCISE))
            .orThrow();
    try (ConfigurableApplicationContext node = ParleyNode.start(settings)) {
      List<OpenDoors.Door> doors = node.getBean(OpenDoors.class).open().orThrow();
      Realm realm = new Realm.Exercise(EXERCISE);
      long begun = System.nanoTime();
      List<String> incidents = new Casework(node, realm).fill(sizes.get(0), sizes.get(1));
      filled("incidents of " + sizes.get(1) + " revisions", sizes.get(0), begun);
      begun = System.nanoTime();
      List<String> conversations;
      try (Post post = new Post(node, folder.resolve("xb"), realm)) {
        conversations = post.fill(sizes.get(2), sizes.get(3));
      }
      filled("conversations of " + sizes.get(3) + " messages", sizes.get(2), begun);
      Visitor visitor = officer(node, doors);
      for (String path :
          List.of(
              "/measures",
              "/",
              "/incidents",
              "/incidents?q=gateway+7",
              "/incidents?q=nothing+matches",
              "/incidents?level=3&order=gravest",
              incidents.get(incidents.size() / 2),
              "/messages",
              "/messages?q=XA-2026-7",
              "/messages?order=changed",
              "/messages?party=XB",
              conversations.get(conversations.size() / 2))) {
        tell(path, visitor.measure(path, sizes.get(4)));
      }
    }
  }

  private static Visitor officer(ConfigurableApplicationContext node, List<OpenDoors.Door> doors)
      throws Exception {
    OpenDoors.Door officer =
        doors.stream().filter(door -> door.login().equals("csirt")).findFirst().orElseThrow();
    Visitor visitor = new Visitor(node.getBean(Links.class).to("/"));
    visitor.walkIn("/door/" + officer.token().text());
    return visitor;
  }

  private static void filled(String what, int count, long begun) {
    say("filled\t%s\t%d\t%d", what, count, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
  }

  private static void tell(String path, Visitor.Taken taken) {
    say("page\t%s\t%.1f\t%.1f\t%d", path, taken.atMost(0.5), taken.atMost(0.95), taken.bytes());
  }

  private static void say(String form, Object... what) {
    System.out.println(String.format(Locale.ROOT, form, what));
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
