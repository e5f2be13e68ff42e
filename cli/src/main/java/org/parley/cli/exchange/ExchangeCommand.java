package org.parley.cli.exchange;

import org.parley.cli.exchange.proof.ProofCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A node of the exchange, without screens.
@Command(
    name = "exchange",
    description = {
      "Says things to other States over sealed, receipted, provable messages: a node without"
          + " screens.",
      "The formats C1 to C13 and C90 are a proposal, adopted by no OSCE body."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nA first exchange between two nodes on one machine:%n",
    footer = {
      "  parley exchange init --node a --id XA/csirt --listen 127.0.0.1:8441",
      "  parley exchange init --node b --id XB/csirt --listen 127.0.0.1:8442",
      "  parley exchange card --node a --out a.card      (and the same for b)",
      "  parley exchange introduce --node a b.card       (compares fingerprints; and the same for"
          + " b)",
      "  parley exchange form C3 > notice.yaml           (fill it)",
      "  parley exchange send --node a notice.yaml",
      "  parley exchange run --node a                    (and the same for b, in another window)",
      "  parley exchange list --node b"
    },
    subcommands = {
      InitCommand.class,
      CardCommand.class,
      RenewCommand.class,
      IntroduceCommand.class,
      FormCommand.class,
      SendCommand.class,
      ListCommand.class,
      ShowCommand.class,
      FilesCommand.class,
      ActCommands.Open.class,
      ActCommands.Acknowledge.class,
      ActCommands.Decline.class,
      ActCommands.PassOn.class,
      ActCommands.Remind.class,
      CheckpointCommand.class,
      ProofCommand.class,
      RunCommand.class,
      RelayCommand.class,
      FolderCommand.class
    })
public final class ExchangeCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
