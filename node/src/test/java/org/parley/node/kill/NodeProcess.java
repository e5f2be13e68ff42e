package org.parley.node.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A node in a process of its own, to be killed.
///
/// @param address where it listens, without a slash at the end
record NodeProcess(Process process, String address) {

  static final String EXERCISE = "kill";

  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");

  /// Starts a node on a folder.
  ///
  /// @param environment settings that overrule those of the folder
  static NodeProcess start(Path data, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.parley.node.ParleyNode",
            "--data",
            data.toString(),
            "--port",
            "0",
            "--exercise",
            EXERCISE);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return new NodeProcess(process, found.group(1));
      }
    }
    throw new IllegalStateException("the node does not start:\n" + String.join("\n", said));
  }

  /// Ends it with signal 9, whatever it is doing.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
