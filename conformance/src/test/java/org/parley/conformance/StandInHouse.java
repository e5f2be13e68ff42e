package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The launcher in a house made of stand-ins: a folder with spaces in its name, JDKs that are shell
 * scripts which say how they were called, and a Maven that makes an empty jar. The system's own
 * JDKs are out of its sight.
 */
final class StandInHouse {
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for word in "$@"; do
        case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}"; exit 0 ;; esac
      done
      echo "java of $(basename "$(dirname "$(dirname "$0")")") in $(pwd)"
      for word in "$@"; do echo "[$word]"; done
      """;

  private static final String FAKE_MAVEN =
      """
      #!/bin/sh
      echo "$JAVA_HOME $*" >>"$HOUSE/mvn.calls"
      sleep "${MAVEN_TAKES:-0}"
      [ -z "${MAVEN_FAILS:-}" ] || { echo "it broke here"; exit 1; }
      mkdir -p "$HOUSE/cli/target/parley"
      echo jar >"$HOUSE/cli/target/parley/parley-cli.jar"
      mkdir -p "$HOUSE/node/target/parley"
      echo jar >"$HOUSE/node/target/parley/parley-node.jar"
      """;

  private final Path folder;
  private final Path house;
  private final Path caller;

  /** How a run of the launcher ended and what it wrote. */
  record Run(int status, String out, String err) {}

  StandInHouse(Path empty) throws IOException {
    folder = empty.toRealPath();
    house = Files.createDirectories(folder.resolve("a house with spaces"));
    caller = Files.createDirectories(folder.resolve("where the caller is"));
    for (String file :
        List.of(
            "pom.xml",
            "core/pom.xml",
            "formats/pom.xml",
            "cli/pom.xml",
            "library/x.yaml",
            "core/src/main/A.java",
            "formats/src/main/B.java",
            "cli/src/main/C.java")) {
      Files.createDirectories(file(file).getParent());
      Files.writeString(file(file), file);
    }
    String script =
        ProjectFiles.text(ProjectFiles.root().resolve("parley"))
            .replace("/usr/lib/jvm/", "\"$PLACES\"/jvm/")
            .replace("/opt/", "\"$PLACES\"/opt/");
    executable(file("parley"), script);
    Files.createDirectories(file("package"));
    Files.copy(ProjectFiles.root().resolve("package/pack.sh"), file("package/pack.sh"));
    executable(folder.resolve("bin/mvn"), FAKE_MAVEN);
    jdk("jvm/java-17", "17.0.15");
  }

  /** A file of the house, by its path from there. */
  Path file(String path) {
    return house.resolve(path);
  }

  /** The folder that holds the house, the JDKs and the programs on the path. */
  Path folder() {
    return folder;
  }

  /** The folder from which the launcher is called. */
  Path caller() {
    return caller;
  }

  Run run(String... words) throws Exception {
    return runWith(List.of(), file("parley"), words);
  }

  Run runWith(List<String> environment, Path script, String... words) throws Exception {
    return finish(start(environment, script, words));
  }

  /**
   * Starts the launcher with an empty environment but for what is given; output goes to files
   * beside it.
   */
  Process start(List<String> environment, Path script, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(caller.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("PLACES", folder.toString());
    builder.environment().put("HOUSE", house.toString());
    for (String entry : environment) {
      int equals = entry.indexOf('=');
      builder.environment().put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    Path output = Files.createTempDirectory(folder, "running");
    builder.redirectOutput(output.resolve("out").toFile());
    builder.redirectError(output.resolve("err").toFile());
    Process process = builder.start();
    Files.move(output, folder.resolve("output of " + process.pid()));
    return process;
  }

  Run finish(Process process) throws Exception {
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    assertThat(ended).as("the launcher ended by itself within a minute").isTrue();
    Path output = folder.resolve("output of " + process.pid());
    return new Run(
        process.exitValue(),
        Files.readString(output.resolve("out")),
        Files.readString(output.resolve("err")));
  }

  Path jdk(String where, String version) throws IOException {
    Path home = folder.resolve(where);
    executable(home.resolve("bin/java"), FAKE_JAVA);
    executable(home.resolve("bin/javac"), FAKE_JAVA);
    Files.writeString(home.resolve("release"), release(version));
    return home;
  }

  static String release(String version) {
    return "JAVA_VERSION=\""
        + version
        + "\"\nJAVA_RUNTIME_VERSION=\""
        + version
        + "+9-LTS\"\nOS_ARCH=\"x86_64\"\n";
  }

  void built() throws IOException {
    Path app = Files.createDirectories(house.resolve("cli/target/parley"));
    Files.writeString(app.resolve("parley-cli.jar"), "jar");
    Files.writeString(app.resolve("built"), "");
    later(app.resolve("built"));
  }

  /** Puts a real jar where the build would, with one class that has the given body. */
  void builtFromSource(String body) throws IOException {
    built();
    Path source = folder.resolve("Main.java");
    Files.writeString(source, "public class Main { " + body + " }");
    ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, source.toString());
    Path jar = file("cli/target/parley/parley-cli.jar");
    ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "-cfe",
            jar.toString(),
            "Main",
            "-C",
            folder.toString(),
            "Main.class");
    later(file("cli/target/parley/built"));
  }

  /** The start-up cache; fails unless there is exactly one. */
  Path cache() throws IOException {
    try (Stream<Path> files = Files.list(file("cli/target/parley"))) {
      List<Path> caches = files.filter(path -> path.toString().endsWith(".aot")).toList();
      assertThat(caches).hasSize(1);
      return caches.getFirst();
    }
  }

  static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10)));
  }

  List<String> mavenCalls() throws IOException {
    Path calls = house.resolve("mvn.calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  static Path toolOnThisMachine(String tool) {
    Path usual = Path.of("/usr/bin", tool);
    return Files.exists(usual) ? usual : Path.of("/bin", tool);
  }

  static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
