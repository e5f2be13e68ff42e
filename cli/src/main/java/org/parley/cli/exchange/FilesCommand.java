package org.parley.cli.exchange;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.exchange.Attachment;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.exchange.NodeHome;
import org.parley.formats.exchange.StatementReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the files that go with a statement, and writes those that are here into a folder.
@Command(
    name = "files",
    description = {
      "Lists the files that go with a statement; with --out it writes those that are here.",
      "Nobody has looked into them: have a file examined before you open it."
    },
    mixinStandardHelpOptions = true)
final class FilesCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Parameters(paramLabel = "STATEMENT", description = "The first digits of its digest.")
  private String beginning = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Into which folder; a file that is there already is left as it is.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    return at.run(
        talk,
        home ->
            at.statement(talk, home, beginning)
                .map(statement -> files(home, statement))
                .orElse(ExitStatus.BAD_INPUT));
  }

  /// `hosts.txt 10 B SHA-256 …`
  static String line(Attachment file) {
    return file.name() + "  " + file.bytes() + " B  SHA-256 " + file.digest().hex();
  }

  private int files(NodeHome home, Digest digest) {
    Optional<Octets> statement = home.station().books().look(book -> book.documents().find(digest));
    List<Attachment> named =
        statement
            .map(bytes -> StatementReader.read(bytes).orThrow().rest().attachments())
            .orElse(List.of());
    if (named.isEmpty()) {
      talk.out().println("No file goes with it.");
    }
    int status = ExitStatus.OK;
    for (Attachment file : named) {
      Optional<Octets> bytes =
          home.station()
              .books()
              .look(book -> new AttachedFiles(book, at.realm(talk)).find(digest, file));
      talk.out().println(line(file) + (bytes.isPresent() ? "" : "  has not come yet"));
      if (out.isPresent() && bytes.isPresent() && !write(out.get(), file, bytes.get())) {
        status = ExitStatus.BAD_INPUT;
      }
    }
    talk.out().flush();
    return status;
  }

  private boolean write(Path folder, Attachment file, Octets bytes) {
    Path path = folder.resolve(file.name());
    try {
      Files.createDirectories(folder);
      Files.write(path, bytes.toArray(), StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException there) {
      talk.complain(path + " is there already and was left as it is");
    } catch (IOException fault) {
      talk.complain("cannot write " + path);
    }
    return false;
  }
}
