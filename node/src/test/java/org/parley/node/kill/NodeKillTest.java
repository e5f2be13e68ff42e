package org.parley.node.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.desk.settings.SettingKey;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;
import org.parley.node.people.Programs;

/// A node is killed with signal 9 in the middle of programs' requests, again and again: what it
/// acknowledged is there, and what was under way is there once when the program asks again under
/// the same key.
class NodeKillTest {

  private static final long SEED = 20261123;
  private static final int WRITERS = 3;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostOrDoubledInSqlite() throws Exception {
    killed(Map.of(), 3);
  }

  @Test
  void nothingAcknowledgedIsLostOrDoubledInPostgresql() throws Exception {
    try (EmbeddedPostgres server = server()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      killed(Map.of(SettingKey.BOOKS, url, SettingKey.PEOPLE, url), 2);
    }
  }

  private EmbeddedPostgres server() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.resolve("postgres"))
          .setCleanDataDirectory(true)
          .start();
    } catch (IOException | RuntimeException failed) {
      System.out.println("Skipped: no PostgreSQL starts here: " + failed.getMessage());
      return Assumptions.abort("no PostgreSQL starts here: " + failed.getMessage());
    }
  }

  private void killed(Map<SettingKey, String> where, int rounds) throws Exception {
    Path data = folder.resolve("node");
    List<Writer> writers = writers(data, where);
    Map<String, String> environment = new HashMap<>();
    where.forEach((key, value) -> environment.put(key.variable(), value));
    Random random = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      NodeProcess node = NodeProcess.start(data, environment);
      try {
        compare(node, writers);
        load(node, writers, 200 + random.nextInt(1500));
      } finally {
        node.kill();
      }
    }
    NodeProcess node = NodeProcess.start(data, environment);
    try {
      compare(node, writers);
    } finally {
      node.kill();
    }
  }

  /// Programs of operators, each with a token of its own, at a node that is set up.
  private static List<Writer> writers(Path data, Map<SettingKey, String> where) {
    Map<SettingKey, String> settings = new EnumMap<>(SettingKey.class);
    settings.putAll(where);
    settings.put(SettingKey.REALM, "exercise:" + NodeProcess.EXERCISE);
    TestNode node = TestNode.startIn(data, settings);
    try {
      Cast cast = new Cast(node);
      Programs programs = new Programs(node);
      List<Writer> writers = new ArrayList<>();
      for (int each = 0; each < WRITERS; each++) {
        String name = "w" + each;
        writers.add(
            new Writer(
                programs.token(cast.account(name, Role.OPERATOR), EnumSet.allOf(Scope.class)),
                name));
      }
      return writers;
    } finally {
      node.stop();
    }
  }

  /// Lets all write, and kills the node so long after something was acknowledged.
  private static void load(NodeProcess node, List<Writer> writers, int after) throws Exception {
    int before = acknowledged(writers);
    List<Thread> threads = new ArrayList<>();
    for (Writer writer : writers) {
      writer.at(node.address());
      threads.add(Thread.ofPlatform().start(writer));
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged(writers) == before && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    Thread.sleep(after);
    node.kill();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(acknowledged(writers)).as("the node wrote").isGreaterThan(before);
  }

  private static int acknowledged(List<Writer> writers) {
    return writers.stream().mapToInt(writer -> writer.acknowledged().size()).sum();
  }

  private static void compare(NodeProcess node, List<Writer> writers) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      int open = 0;
      for (Writer writer : writers) {
        writer.at(node.address());
        if (writer.open().isPresent()) {
          open++;
          HttpResponse<String> again = writer.sayAgain(client);
          assertThat(again.statusCode()).as(again.body()).isIn(200, 201);
        }
        compare(client, writer);
      }
      System.out.printf(
          "killed: %d acknowledged, %d were under way, seed %d%n",
          acknowledged(writers), open, SEED);
    }
  }

  private static void compare(HttpClient client, Writer writer) throws IOException {
    List<Writer.Acknowledged> all = writer.acknowledged();
    Map<String, Integer> titles = writer.titles(client);
    TreeSet<String> reported = new TreeSet<>();
    all.stream()
        .filter(each -> each.asked().path().equals(Writer.ALL))
        .forEach(each -> reported.add(each.asked().words()));
    assertThat(titles.keySet()).as("lost or half there").isEqualTo(reported);
    assertThat(titles.values()).as("doubled").allMatch(count -> count == 1);
    // The newest of them by their notes too, and by the answer that the same request has.
    for (Writer.Acknowledged each : all.subList(Math.max(0, all.size() - 20), all.size())) {
      HttpResponse<String> again = writer.send(client, each.asked());
      assertThat(again.body()).as("the same answer again").isEqualTo(each.answer());
      if (each.asked().path().endsWith("/notes")) {
        String incident = each.asked().path().replaceFirst("/notes$", "");
        assertThat(writer.get(client, incident).body().split(each.asked().words(), -1))
            .as("the note is there, once")
            .hasSize(2);
      }
    }
  }
}
