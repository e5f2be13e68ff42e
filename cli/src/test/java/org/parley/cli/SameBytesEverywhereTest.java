package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two States that hold the same facts under the same scale hold the same bytes of result, whatever
 * language, time zone, digits, encoding and memory their machines have. Each machine is a process
 * of its own: the order of the JDK's immutable sets differs from process to process.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SameBytesEverywhereTest {

  private static final Map<String, List<String>> MACHINES = machines();

  @TempDir private Path folder;

  private static Map<String, List<String>> machines() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(
        "Vienna",
        List.of("-Duser.language=de", "-Duser.country=AT", "-Duser.timezone=Europe/Vienna"));
    // A dotless i, and a day that begins at another time.
    all.put(
        "Ankara",
        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Chatham"));
    // Other digits, another calendar, another encoding.
    all.put(
        "elsewhere",
        List.of(
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.extensions=ca-buddhist-nu-arab",
            "-Duser.timezone=America/St_Johns",
            "-Dfile.encoding=ISO-8859-1",
            "-Dstdout.encoding=UTF-8"));
    // Other code and other identity hashes.
    all.put(
        "an old machine",
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2"));
    return all;
  }

  @Test
  void theSameFactsUnderTheSameScaleGiveTheSameBytesOnEveryMachine() throws Exception {
    Map<String, String> told = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> machine : MACHINES.entrySet()) {
      told.put(machine.getKey(), classified(machine.getValue()));
    }

    String first = told.values().iterator().next();
    assertThat(first.lines()).hasSameSizeAs(samples()).allMatch(line -> line.startsWith("{"));
    told.forEach((machine, bytes) -> assertThat(difference(first, bytes)).as(machine).isEmpty());
  }

  /** Where two texts part, with what stands around; nothing where they are the same. */
  private static String difference(String one, String other) {
    int end = Math.max(one.length(), other.length());
    for (int at = 0; at < end; at++) {
      if (at >= one.length() || at >= other.length() || one.charAt(at) != other.charAt(at)) {
        return "at %d: %s | %s".formatted(at, around(one, at), around(other, at));
      }
    }
    return "";
  }

  private static String around(String text, int at) {
    return text.substring(
        Math.min(text.length(), Math.max(0, at - 60)), Math.min(text.length(), at + 40));
  }

  private String classified(List<String> machine) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(machine);
    words.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Parley.class.getName(),
            "classify",
            "--json"));
    words.addAll(samples());
    Path out = Files.createTempFile(folder, "out", ".json");
    Path err = Files.createTempFile(folder, "err", ".txt");
    int status =
        new ProcessBuilder(words)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(err, StandardCharsets.UTF_8)).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static List<String> samples() throws IOException {
    try (var files = Files.list(Run.SAMPLES)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
