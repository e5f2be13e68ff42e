package org.parley.cli;

import java.util.Locale;
import org.parley.cli.care.BackupCommand;
import org.parley.cli.care.DoctorCommand;
import org.parley.cli.care.ExportCommand;
import org.parley.cli.care.ImportCommand;
import org.parley.cli.care.RestoreCommand;
import org.parley.cli.care.UpgradeCommand;
import org.parley.cli.exchange.ExchangeCommand;
import org.parley.cli.incident.IncidentCommand;
import org.parley.cli.network.MeasuresCommand;
import org.parley.cli.network.NetworkCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The root of the command line: `parley [OPTIONS] COMMAND`.
@Command(
    name = "parley",
    description =
        "Classifies cyber incidents on national severity scales, exactly and with reasons.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE,
    exitCodeOnExecutionException = ExitStatus.DEFECT,
    footerHeading = "%nStart here:%n",
    footer = {
      "  parley demo                            a walk through the main job, on sample incidents",
      "  parley facts template > incident.yaml  a form to fill",
      "  parley classify incident.yaml          how grave it is, on every scale",
      "  parley COMMAND --help                  more about one command, with examples"
    },
    subcommands = {
      ClassifyCommand.class,
      ScaleCommand.class,
      FactsCommand.class,
      PlanCommand.class,
      MapCommand.class,
      MeasuresCommand.class,
      NetworkCommand.class,
      IncidentCommand.class,
      DemoCommand.class,
      ExchangeCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      UpgradeCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      AutoComplete.GenerateCompletion.class,
      WarmUp.class
    })
public final class Parley implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /// Runs one command line and ends the process with a status after sysexits.
  public static void main(String[] words) {
    // Numbers in messages and files are written with the same digits wherever this runs; what is
    // said
    // in somebody's language names that language.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(commandLine().execute(words));
  }

  /// The command line, ready to run; each call gives a fresh one.
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Parley());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(Parley::defect);
    line.setParameterExceptionHandler(Parley::misuse);
    return line;
  }

  /// A wrong command line: what is wrong, what was probably meant, and where to read more.
  private static int misuse(CommandLine.ParameterException wrong, String[] words) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("parley: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    line.getErr().flush();
    return ExitStatus.USAGE;
  }

  /// A defect is told in one sentence; the trace only to those who ask for it.
  private static int defect(Exception defect, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("parley: a fault of the program: " + defect);
    line.getErr().println("Please report it. PARLEY_TRACE=yes shows where it happened.");
    if ("yes".equals(System.getenv("PARLEY_TRACE"))) {
      defect.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return ExitStatus.DEFECT;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
