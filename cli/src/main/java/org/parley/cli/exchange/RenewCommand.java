package org.parley.cli.exchange;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.Fingerprints;
import org.parley.exchange.OwnEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Renews what a node signs with and what it shows on the wire.
@Command(
    name = "renew",
    description = {
      "Renews this node's certificates: those it signs with, and the one it shows on the wire.",
      "Others learn it by themselves, from an entry that the earlier certificates have signed; no"
          + " fingerprint is compared again.",
      "The earlier keys are destroyed once no roster needs them; what they have signed stays"
          + " provable."
    },
    mixinStandardHelpOptions = true)
final class RenewCommand implements Callable<Integer> {

  private static final int LONGEST_REASON = 200;

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Option(
      names = "--lost",
      paramLabel = "REASON",
      description =
          "The earlier keys may be in other hands: they count no more from now on, and the sealing"
              + " keys are destroyed too. The reason goes to everybody; no names.")
  private Optional<String> lost = Optional.empty();

  @Override
  public Integer call() {
    if (lost.filter(reason -> reason.isBlank() || reason.length() > LONGEST_REASON).isPresent()) {
      throw talk.usage("--lost: give a reason of 1 to " + LONGEST_REASON + " characters");
    }
    return at.run(
        talk,
        home -> {
          OwnEntry own = home.ownEntry();
          own.renew(lost.map(String::strip));
          talk.out().println(home.settings().node());
          talk.out()
              .println(Fingerprints.spoken(home.station().seal().certificates().fingerprint()));
          talk.out().println(own.told() + " nodes are told as the exchange runs.");
          talk.out()
              .println("Start a program again that runs this node: it shows the new one then.");
          talk.out().flush();
          return ExitStatus.OK;
        });
  }
}
