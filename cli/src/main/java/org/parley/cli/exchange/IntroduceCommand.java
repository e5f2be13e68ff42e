package org.parley.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeRecord;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.exchange.Introduction;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a counterpart's directory entry in, against the fingerprint that was read out.
@Command(
    name = "introduce",
    description = {
      "Takes in a counterpart's directory entry.",
      "Without --fingerprint it only shows the one to compare, and takes nothing in."
    },
    mixinStandardHelpOptions = true)
final class IntroduceCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Parameters(paramLabel = "FILE", description = "The counterpart's card.")
  private Path file = Path.of("card");

  @Option(
      names = "--fingerprint",
      paramLabel = "DIGITS",
      description = "The sixty digits as the counterpart read them out; spaces do not matter.")
  private Optional<String> digits = Optional.empty();

  @Override
  public Integer call() {
    return at.run(talk, this::introduce);
  }

  private int introduce(NodeHome home) {
    Octets card;
    try {
      if (Files.size(file) > Introduction.LARGEST) {
        talk.complain(file + " is too large for a card");
        return ExitStatus.BAD_INPUT;
      }
      card = Octets.of(Files.readAllBytes(file));
    } catch (IOException why) {
      talk.complain("cannot read " + file);
      return ExitStatus.NO_INPUT;
    }
    Introduction introduction = new Introduction(home);
    Checked<DirectoryEntry> claimed = introduction.claimed(card);
    if (!(claimed instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _))) {
      talk.complain(claimed.issues());
      return ExitStatus.BAD_INPUT;
    }
    Optional<Digest> compared = digits.flatMap(read -> Introduction.compared(entry, read));
    if (digits.isPresent() && compared.isEmpty()) {
      talk.complain("the digits are no fingerprint of " + entry.party() + "; nothing was taken in");
      return ExitStatus.BAD_INPUT;
    }
    if (digits.isEmpty() && !introduction.knows(entry)) {
      show(entry);
      return ExitStatus.OK;
    }
    return At.tell(
        talk,
        introduction.take(card, compared),
        taken ->
            talk.out()
                .println(taken.party() + " is in the directory, entry number " + taken.number()));
  }

  private void show(DirectoryEntry entry) {
    talk.out()
        .println(
            "Compare with " + entry.party() + " over another way, then repeat with --fingerprint:");
    for (NodeRecord node : entry.nodes()) {
      talk.out().println(node.node() + "  " + Fingerprints.spoken(node.signing().fingerprint()));
    }
    talk.out().flush();
  }
}
