package org.parley.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line: {@code parley [OPTIONS] COMMAND}. */
@Command(
    name = "parley",
    description =
        "Classifies cyber incidents on national severity scales, exactly and with reasons.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE,
    exitCodeOnExecutionException = ExitStatus.DEFECT,
    subcommands = WarmUp.class)
public final class Parley implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs one command line and ends the process with a status after sysexits. */
  public static void main(String[] words) {
    System.exit(commandLine().execute(words));
  }

  /** The command line, ready to run; each call gives a fresh one. */
  public static CommandLine commandLine() {
    return new CommandLine(new Parley());
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
