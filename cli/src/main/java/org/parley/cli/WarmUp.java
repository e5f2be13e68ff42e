package org.parley.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * Runs the commands people use most, their output thrown away, so that the launcher can record
 * which classes they need and start faster from then on.
 */
@Command(name = "warm-up", hidden = true, description = "Used by the launcher after a build.")
final class WarmUp implements Runnable {
  /** One command line each; a command that must start fast belongs here. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("scale", "list"),
          List.of("demo", "--lang", "en"));

  @Override
  public void run() {
    for (List<String> words : COMMANDS) {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      Parley.commandLine().setOut(nowhere).setErr(nowhere).execute(words.toArray(String[]::new));
    }
  }
}
