package org.parley.couriers.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A program of somebody else's, to check ours against.
record Tool(String name, Path folder) {

  /// The program; where it is not installed, the test is skipped and says why.
  static Tool installed(String name, Path folder) throws IOException, InterruptedException {
    boolean there = new ProcessBuilder("sh", "-c", "command -v " + name).start().waitFor() == 0;
    if (!there) {
      System.out.println("Skipped: " + name + " is not installed");
    }
    Assumptions.assumeTrue(there, name + " is not installed");
    return new Tool(name, folder);
  }

  /// What it prints; the arguments stand in one line, parted by spaces.
  String line(String arguments) throws IOException, InterruptedException {
    return run(arguments.split(" "));
  }

  /// What it prints.
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("tool.log");
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(log.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", command) + ": " + Files.readString(log));
    }
    return out;
  }
}
