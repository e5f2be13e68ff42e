package org.parley.cli.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.terms.Realm;
import org.parley.exchange.Beat;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the node: takes parcels in, and carries what is due, until it is stopped.
@Command(
    name = "run",
    description =
        "Runs the node: takes parcels in at its door and carries what is due, until stopped.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop by itself after so long, such as PT30S.")
  private Optional<Duration> limit = Optional.empty();

  @Option(
      names = "--once",
      description = "Carry what is due, empty our mailbox at the relay, and stop.")
  private boolean once;

  @Override
  public Integer call() {
    return at.run(talk, this::serve);
  }

  private int serve(NodeHome home) {
    if (once) {
      Beat.once(home, this::complain);
      return ExitStatus.OK;
    }
    Set<Realm> realms = Set.copyOf(List.of(new Realm.Real(), at.realm(talk)));
    try (Beat beat = Beat.of(home, realms, this::complain)) {
      String door = beat.port().map(port -> ", its door is port " + port).orElse("");
      talk.out().println(home.settings().node() + " is running" + door);
      talk.out().flush();
      Runtime.getRuntime().addShutdownHook(new Thread(beat::close, "stop"));
      beat.start().run(limit);
      return ExitStatus.OK;
    }
  }

  private void complain(Beat.Trouble trouble) {
    talk.complain(trouble.says());
  }
}
