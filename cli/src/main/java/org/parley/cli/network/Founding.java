package org.parley.cli.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.exchange.At;
import org.parley.core.directory.roster.Charter;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.network.FoundNetwork;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How a network begins, and how a node comes to be in it.
final class Founding {

  private Founding() {}

  @Command(
      name = "draw-up",
      description = {
        "Draws a charter up in which this node registers who joins.",
        "Take the founding nodes' cards in first. It is in force once one of them has signed it by"
            + " joining."
      },
      mixinStandardHelpOptions = true)
  static final class DrawUp extends Deed<Charter> {

    @Option(names = "--name", required = true, description = "The network's name, for people.")
    private String name = "";

    @Option(
        names = "--signatures",
        defaultValue = "2",
        description = "How many parties must sign a change of the charter. Default: 2.")
    private int signatures = 2;

    @Parameters(paramLabel = "NODE", arity = "1..*", description = "The founding nodes.")
    private List<String> founders = List.of();

    @Override
    Checked<Charter> act(Membership membership, Realm realm, Instant now) {
      return membership
          .founding()
          .drawUp(
              new FoundNetwork.Plan(
                  name,
                  realm,
                  founders.stream().map(this::node).collect(Collectors.toSet()),
                  signatures),
              now);
    }

    @Override
    String done(Charter charter) {
      return "The charter of "
          + charter.heading().network()
          + " is drawn up. Hand its file over: parley network file";
    }
  }

  @Command(
      name = "give-up",
      description = "Gives a charter up that is not in force yet.",
      mixinStandardHelpOptions = true)
  static final class GiveUp extends Deed<Realm> {

    @Override
    Checked<Realm> act(Membership membership, Realm realm, Instant now) {
      membership.founding().giveUp(realm);
      return new Checked.Sound<>(realm, List.of());
    }

    @Override
    String done(Realm realm) {
      return "No charter of realm " + realm.word() + " waits here any more.";
    }
  }

  @Command(
      name = "file",
      description = {
        "Writes what another node needs to take part: charter, roster and entries.",
        "It can travel in any way; read the network's fingerprint out over another."
      },
      mixinStandardHelpOptions = true)
  static final class Write implements Callable<Integer> {

    @Mixin private final Talk talk = new Talk();
    @Mixin private final At at = new At();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("network");

    @Override
    public Integer call() {
      return at.run(talk, this::write);
    }

    private int write(NodeHome home) {
      // The file carries what this node says of itself, which a node without screens may not have
      // said yet.
      home.publish();
      FoundNetwork founding = new Membership(home).founding();
      Optional<Octets> file = founding.file(at.realm(talk));
      if (file.isEmpty()) {
        talk.complain("this node is in no network, and no charter is drawn up");
        return ExitStatus.BAD_INPUT;
      }
      try {
        Files.write(out, file.get().toArray());
      } catch (IOException why) {
        talk.complain("cannot write " + out + ": " + why.getMessage());
        return ExitStatus.NO_OUTPUT;
      }
      talk.out().println(founding.fingerprint(file.get()).orThrow());
      talk.out().flush();
      return ExitStatus.OK;
    }
  }

  @Command(
      name = "join",
      description = {
        "Takes part in a network, and signs its charter where it names this node.",
        "Without --fingerprint it only shows whose network the file claims to be."
      },
      mixinStandardHelpOptions = true)
  static final class Join implements Callable<Integer> {

    @Mixin private final Talk talk = new Talk();
    @Mixin private final At at = new At();

    @Parameters(paramLabel = "FILE", description = "The network's file.")
    private Path file = Path.of("network");

    @Option(
        names = "--fingerprint",
        paramLabel = "DIGITS",
        description = "The network's sixty digits, as they were read out; blanks do not matter.")
    private Optional<String> digits = Optional.empty();

    @Override
    public Integer call() {
      return at.run(talk, this::join);
    }

    private int join(NodeHome home) {
      Octets bytes;
      try {
        if (Files.size(file) > Membership.LARGEST) {
          talk.complain(file + " is too large for a network's file");
          return ExitStatus.BAD_INPUT;
        }
        bytes = Octets.of(Files.readAllBytes(file));
      } catch (IOException why) {
        talk.complain("cannot read " + file);
        return ExitStatus.NO_INPUT;
      }
      FoundNetwork founding = new Membership(home).founding();
      Checked<Charter> claimed = founding.claimed(bytes);
      if (digits.isEmpty() || claimed instanceof Checked.Refused<Charter>) {
        return At.tell(talk, claimed, this::show);
      }
      home.publish();
      return At.tell(
          talk,
          founding.takePart(bytes, digits.get(), home.station().now()),
          charter ->
              talk.out()
                  .println(
                      "This node takes part in "
                          + charter.heading().network()
                          + "; the next run tells the others."));
    }

    private void show(Charter charter) {
      talk.out()
          .println(
              "It claims to be the network "
                  + charter.heading().network()
                  + " of realm "
                  + charter.realm().word()
                  + ", begun by:");
      charter.roots().keySet().stream().sorted().forEach(node -> talk.out().println("  " + node));
      talk.out()
          .println(
              "Nothing was taken in. Have its fingerprint read to you over another way, then repeat"
                  + " with --fingerprint.");
    }
  }
}
