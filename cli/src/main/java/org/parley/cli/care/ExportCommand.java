package org.parley.cli.care;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.Export;
import org.parley.cli.care.copy.Manifest;
import org.parley.cli.care.copy.NodeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes all that a node holds out of it, as open files.
@Command(
    name = "export",
    description = {
      "Writes all that a node holds into a folder of open files: incidents, statements, the"
          + " directory, the journal, every row, and a list of digests.",
      "The files are not locked. Keys, passwords and settings stay behind."
    },
    mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "The folder to make. Never overwritten.")
  private Path to = Path.of("");

  @Override
  public Integer call() {
    return Careful.run(
        talk,
        () -> {
          Optional<NodeFiles> node = data.node(talk);
          if (node.isEmpty()) {
            return ExitStatus.BAD_INPUT;
          }
          Manifest taken =
              Export.take(
                  node.get(),
                  to,
                  talk.shelf().library(),
                  InstantSource.system().instant(),
                  Program.version());
          talk.out().println("exported and read back: " + to);
          talk.out().println("  files    " + (taken.parts().size() + 2));
          BackupCommand.tell(talk, taken);
          return ExitStatus.OK;
        });
  }
}
