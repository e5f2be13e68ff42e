package org.parley.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Runs a program of the machine beside us: tests against tools that are not ours.
public final class Tool {

  private static final int SECONDS = 600;

  private Tool() {}

  /// What a program said and how it ended.
  public record Outcome(int code, String said) {}

  /// Skips the test, with the reason printed, where the program is missing.
  public static void need(String program) {
    boolean there =
        List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!there) {
      System.out.println("skipped: the program " + program + " is not installed");
    }
    Assumptions.assumeTrue(there, () -> "the program " + program + " is not installed");
  }

  public static Outcome run(Path in, String... command) {
    return run(in, Map.of(), command);
  }

  public static Outcome run(Path in, Map<String, String> environment, String... command) {
    try {
      Path said = Files.createTempFile("said", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command[0] + " did not end");
      }
      String text = Files.readString(said, StandardCharsets.ISO_8859_1);
      Files.delete(said);
      return new Outcome(process.exitValue(), text);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
