package org.parley.cli.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.NodeId;
import org.parley.couriers.folder.FolderCourier;
import org.parley.couriers.folder.FolderReader;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.exchange.NodeHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Parcels on a folder that somebody carries, such as a memory stick.
@Command(
    name = "folder",
    description = "Writes waiting parcels to a folder that somebody carries, and reads one in.",
    mixinStandardHelpOptions = true,
    subcommands = {FolderCommand.Write.class, FolderCommand.Read.class})
final class FolderCommand implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// What both directions have in common.
  abstract static class Carrying implements Callable<Integer> {

    @Mixin private final Talk talk = new Talk();
    @Mixin private final At at = new At();

    @Parameters(paramLabel = "DIR", description = "The folder that is carried.")
    private Path stick = Path.of("stick");

    abstract int carry(NodeHome home, Path folder);

    Talk talk() {
      return talk;
    }

    /// Where the carrier's numbers are kept.
    static Path numbers(NodeHome home) {
      return home.folder().resolve("carried");
    }

    @Override
    public Integer call() {
      ToIntFunction<NodeHome> work =
          home -> {
            int status = carry(home, stick);
            talk.out().flush();
            return status;
          };
      if (!Files.isDirectory(stick)) {
        talk.complain("there is no folder " + stick);
        return ExitStatus.NO_INPUT;
      }
      return at.run(talk, work);
    }
  }

  @Command(
      name = "write",
      description = {
        "Writes all that waits in the outbox to the folder, for every node.",
        "Writing the same again changes nothing; receipts come back on a stick of their own."
      },
      mixinStandardHelpOptions = true)
  static final class Write extends Carrying {
    @Override
    int carry(NodeHome home, Path folder) {
      home.publish();
      Predicate<NodeId> known =
          node ->
              home.station().books().look(book -> home.directory().find(book, node).isPresent());
      FolderCourier courier =
          new FolderCourier(folder, numbers(home), home.settings().node(), known);
      int written = new DispatchParcels(home.station(), List.of(courier)).runAll();
      talk().out().println(written + " parcels were due for the folder");
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "read",
      description = {
        "Takes in what the folder holds for us, and names what is missing from the sequence.",
        "Reading the same folder again changes nothing."
      },
      mixinStandardHelpOptions = true)
  static final class Read extends Carrying {
    @Override
    int carry(NodeHome home, Path folder) {
      ReceiveParcel doorway = new ReceiveParcel(home.station(), home.log());
      List<FolderReader.Found> all =
          new FolderReader(folder, numbers(home), home.settings().node(), doorway).read();
      all.forEach(this::tell);
      if (all.isEmpty()) {
        talk().out().println("nothing in it is for " + home.settings().node());
      }
      return all.stream().allMatch(Read::isWhole) ? ExitStatus.OK : ExitStatus.BAD_INPUT;
    }

    private void tell(FolderReader.Found found) {
      talk()
          .out()
          .println(
              "%s: %d taken in, %d refused"
                  .formatted(found.from(), found.taken(), found.refused()));
      found.damaged().forEach(name -> talk().complain("not what it is called: " + name));
      if (!found.missing().isEmpty()) {
        talk()
            .complain(
                "missing from %s: numbers %s"
                    .formatted(
                        found.from(),
                        found.missing().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))));
      }
    }

    private static boolean isWhole(FolderReader.Found found) {
      return found.damaged().isEmpty() && found.missing().isEmpty();
    }
  }
}
