package org.parley.cli.network;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A node's part in a network, without screens.
@Command(
    name = "network",
    description = {
      "The network this node is in: its charter, and the roster of who belongs to it.",
      "Every node checks all of it itself; nothing counts because of who passed it on."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nHow a network begins:%n",
    footer = {
      "  parley exchange introduce --node desk a.card    (each founding node's card, compared)",
      "  parley network draw-up --node desk --name Harbour XA/csirt XB/csirt",
      "  parley network file --node desk --out harbour.network",
      "  parley network join --node a harbour.network --fingerprint \"29452 78954 …\"",
      "  parley exchange run --node a                    (tells the others)",
      "  parley network show --node desk"
    },
    subcommands = {
      ShowNetwork.class,
      Founding.DrawUp.class,
      Founding.GiveUp.class,
      Founding.Write.class,
      Founding.Join.class,
      Changing.Register.class,
      Changing.Remove.class,
      Changing.Amend.class,
      Changing.Sign.class,
      Changing.SetAside.class,
      Holding.Compare.class,
      Holding.Dismiss.class
    })
public final class NetworkCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
