package org.parley.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.Fingerprints;
import org.parley.core.terms.Octets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes our own directory entry to a file, for counterparts, and says the fingerprint.
@Command(
    name = "card",
    description = {
      "Writes this node's own directory entry to a file, for counterparts.",
      "Read the fingerprint to them over the telephone: the file can then travel in any way."
    },
    mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Option(names = "--out", paramLabel = "FILE", description = "The file to write.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    return at.run(
        talk,
        home -> {
          Octets card = home.publish();
          talk.out().println(home.settings().node());
          talk.out()
              .println(Fingerprints.spoken(home.station().seal().certificates().fingerprint()));
          talk.out().flush();
          return out.map(file -> write(file, card)).orElse(ExitStatus.OK);
        });
  }

  private int write(Path file, Octets card) {
    try {
      Files.write(file, card.toArray());
      return ExitStatus.OK;
    } catch (IOException why) {
      talk.complain("cannot write " + file + ": " + why.getMessage());
      return ExitStatus.NO_OUTPUT;
    }
  }
}
