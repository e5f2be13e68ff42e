package org.parley.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A node as people run it: the built program, a process of its own, on a free port of the loopback
/// with an empty folder.
final class RunningNode implements AutoCloseable {

  private static final Path PROGRAM = Path.of("../node/target/parley/parley-node.jar");
  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");

  private final Process process;
  private final String address;
  private final List<String> said;

  private RunningNode(Process process, String address, List<String> said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  /// @param data the folder of its files
  /// @param words further arguments
  static RunningNode start(Path data, String... words) throws IOException {
    if (!Files.exists(PROGRAM)) {
      throw new IllegalStateException("the node is not built: " + PROGRAM.toAbsolutePath());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(PROGRAM.toString());
    command.addAll(List.of("--data", data.toString(), "--port", "0"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = java.util.Collections.synchronizedList(new ArrayList<>());
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> out.lines().forEach(said::add));
        return new RunningNode(process, matcher.group(1), said);
      }
    }
    throw new IllegalStateException(
        "the node ended before it listened:\n" + String.join("\n", said));
  }

  /// Where it listens, without a slash at the end.
  String address() {
    return address;
  }

  /// The link that lets one of the exercise's people in, once.
  String door(String who) {
    for (int tries = 0; tries < 300; tries++) {
      for (String line : said()) {
        if (line.strip().startsWith(who + " ")) {
          return line.substring(line.indexOf("http"));
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    }
    throw new IllegalStateException("no door for " + who + ":\n" + String.join("\n", said()));
  }

  /// What the first group of a pattern finds in a line that it prints.
  String said(Pattern pattern) {
    for (int tries = 0; tries < 300; tries++) {
      for (String line : said()) {
        Matcher found = pattern.matcher(line);
        if (found.find()) {
          return found.group(1);
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    }
    throw new IllegalStateException("no " + pattern + ":\n" + String.join("\n", said()));
  }

  /// What it printed so far.
  List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
