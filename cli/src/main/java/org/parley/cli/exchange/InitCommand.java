package org.parley.cli.exchange;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.Talk;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.handling.Ceiling;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes a node: its folder, its keys, its settings.
@Command(
    name = "init",
    description = "Makes a node: a folder with its settings, its keys and its books.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();

  @Option(
      names = "--node",
      paramLabel = "DIR",
      defaultValue = "${PARLEY_NODE:-node}",
      description = "The folder to make. Default: $PARLEY_NODE, else ./node.")
  private Path folder = Path.of("node");

  @Option(
      names = "--id",
      required = true,
      paramLabel = "PARTY/NAME",
      description = "The node, such as XA/csirt: the State's code and a lower-case name.")
  private String id = "";

  @Option(
      names = "--offices",
      split = ",",
      paramLabel = "KIND",
      defaultValue = "technical,policy",
      description = "The offices it serves. Default: ${DEFAULT-VALUE}.")
  private List<String> offices = new ArrayList<>();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where it takes parcels in. Without it the node only sends and polls.")
  private Optional<String> listen = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "What counterparts are told. Default: https:// and what it listens on.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--ceiling",
      paramLabel = "MARKING",
      defaultValue = "RED",
      description = {
        "The strictest level it may hold, and the secrecy grades: \"RED; XA RESTRICTED\".",
        "Default: ${DEFAULT-VALUE}, and no secrecy grade."
      })
  private String ceiling = "RED";

  @Option(
      names = "--second-person",
      description = "Another person than the author must clear each statement.")
  private boolean secondPerson;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "PostgreSQL instead of a file.")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "LIBRARY",
      description = {
        "A PKCS#11 library: the identity key is made in its token and never leaves it.",
        "Goes with --pin-file."
      })
  private Optional<Path> token = Optional.empty();

  @Option(
      names = "--slot",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Which of the library's slots with a token. Default: ${DEFAULT-VALUE}.")
  private int slot;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "A file whose first line opens the token; it stays where it is.")
  private Optional<Path> pinFile = Optional.empty();

  @Override
  public Integer call() {
    NodeSettings settings =
        new NodeSettings(
            NodeId.parse(id).orElseThrow(() -> talk.usage("--id: write it as XA/csirt")),
            kinds(),
            new NodeSettings.Ways(listen.map(this::door), Optional.empty(), Optional.empty()),
            Ceiling.parse(ceiling)
                .orElseThrow(() ->
                    talk.usage(
                        "--ceiling: write a level such as AMBER+STRICT, or with secrecy grades"
                            + " \"RED; XA RESTRICTED\"")),
            secondPerson,
            new NodeSettings.Outside(database, List.of(), token()));
    return At.tell(
        talk,
        NodeHome.create(folder, settings, InstantSource.system().instant()),
        made -> talk.out().println(made.node() + " is ready in " + folder));
  }

  private Optional<NodeSettings.TokenSlot> token() {
    if (token.isPresent() != pinFile.isPresent()) {
      throw talk.usage("--token and --pin-file go together");
    }
    return token.map(library ->
        new NodeSettings.TokenSlot(
            library.toAbsolutePath(), slot, pinFile.orElseThrow().toAbsolutePath()));
  }

  private List<OfficeKind> kinds() {
    return offices.stream()
        .map(word ->
            OfficeKind.parse(word)
                .orElseThrow(() -> talk.usage("--offices: write technical, policy or secretariat")))
        .toList();
  }

  private NodeSettings.Door door(String at) {
    int colon = at.lastIndexOf(':');
    if (colon < 1 || !at.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw talk.usage("--listen: write host:port, such as 127.0.0.1:8441");
    }
    return new NodeSettings.Door(
        at.substring(0, colon),
        Integer.parseInt(at.substring(colon + 1)),
        URI.create(address.orElse("https://" + at)));
  }
}
