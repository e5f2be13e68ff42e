package org.parley.cli.network;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.parley.cli.Talk;
import org.parley.cli.exchange.At;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Realm;
import org.parley.duties.network.KeepRoster;
import org.parley.exchange.Membership;
import picocli.CommandLine.Mixin;

/// Something done about the network of one node.
///
/// @param <T> what came of it
abstract class Deed<T> implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  abstract Checked<T> act(Membership membership, Realm realm, Instant now);

  /// What the person is told when it is done.
  abstract String done(T result);

  Talk talk() {
    return talk;
  }

  /// A node as somebody wrote it.
  NodeId node(String written) {
    return NodeId.parse(written)
        .orElseThrow(() -> talk.usage("\"" + written + "\" is no node; write it as XA/csirt"));
  }

  /// What became of a link.
  static String settled(KeepRoster.Proposed link) {
    return link.isIn()
        ? "Link " + link.entry().number() + " is in the roster; the next run tells the others."
        : "Proposed as "
            + link.digest().brief()
            + "; it waits for signatures. The next run tells those who may sign.";
  }

  @Override
  public Integer call() {
    return at.run(
        talk,
        home ->
            At.tell(
                talk,
                act(new Membership(home), at.realm(talk), home.station().now()),
                result -> talk.out().println(done(result))));
  }
}
