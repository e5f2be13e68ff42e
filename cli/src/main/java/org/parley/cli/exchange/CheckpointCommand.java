package org.parley.cli.exchange;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.SignedNote;
import org.parley.duties.witness.Heads;
import org.parley.duties.witness.SendCheckpoint;
import org.parley.exchange.NodeHome;
import org.parley.exchange.Stampers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows our log to all nodes now, and tells who has witnessed it so far.
@Command(
    name = "checkpoint",
    description = {
      "States how our log stands, puts that into the outbox for every node, to be cosigned, and has"
          + " it",
      "stamped by the time-stamp authorities that node.yaml names.",
      "A running node does so by itself, where something was said or done."
    },
    mixinStandardHelpOptions = true)
final class CheckpointCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Override
  public Integer call() {
    return at.run(talk, this::show);
  }

  private int show(NodeHome home) {
    int sent = new SendCheckpoint(home.station(), home.log()).run();
    talk.out().println(sent > 0 ? "shown to " + sent + " nodes" : "nothing new to show");
    Optional<String> without = Stampers.of(home).run();
    without.ifPresent(why -> talk.err().println("no time stamp: " + why));
    List<SignedNote> own = home.station().books().look(book -> new Heads(book).own());
    Optional<SignedNote> last = own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
    last.ifPresent(note -> {
      Checkpoint checkpoint = Checkpoint.read(note).orThrow();
      talk.out()
          .println(
              checkpoint.size()
                  + " entries, witnessed by "
                  + (note.signatures().size() - 1)
                  + stamped(home, note)
                  + ", root "
                  + checkpoint.root().hex());
    });
    talk.out().flush();
    talk.err().flush();
    return ExitStatus.OK;
  }

  /// Nothing where nobody is named who could stamp.
  private static String stamped(NodeHome home, SignedNote note) {
    int stamps = home.station().books().look(book -> new Heads(book).stamps(note)).size();
    return home.settings().stampers().isEmpty() ? "" : ", stamped by " + stamps;
  }
}
