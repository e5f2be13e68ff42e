package org.parley.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.Way;
import org.parley.couriers.mail.MailCourier;
import org.parley.couriers.mail.MailReader;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.port.Courier;
import org.parley.duties.port.UnreachableException;

/// Both ends of mail, where the node has a mailbox: sending parcels, emptying it.
public final class MailEnds {

  private final Optional<MailCourier> courier;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final NodeHome home;
  private final Optional<MailReader> reader;
  private Instant next = Instant.MIN;
  private Optional<String> trouble = Optional.empty();

  public MailEnds(NodeHome home) {
    this.home = home;
    this.courier =
        home.settings()
            .mail()
            .map(ours ->
                new MailCourier(
                    ours.smtp(),
                    ours.address(),
                    node -> address(home, node),
                    InstantSource.system()));
    this.reader =
        home.settings()
            .mail()
            .map(
                ours -> new MailReader(ours.imap(), new ReceiveParcel(home.station(), home.log())));
  }

  public Optional<Courier> courier() {
    return courier.map(Courier.class::cast);
  }

  /// Takes in what waits for us, where there is a mailbox and the last look is a minute ago; why it
  /// could not, if so.
  public Optional<String> collect() {
    Instant now = home.station().now();
    if (reader.isPresent() && !now.isBefore(next)) {
      next = now.plus(PAUSE);
      try {
        reader.get().fetch();
        trouble = Optional.empty();
      } catch (UnreachableException fault) {
        trouble = Optional.ofNullable(fault.getMessage());
      }
    }
    return trouble;
  }

  private static Optional<String> address(NodeHome home, NodeId node) {
    return home.station().books().look(home.directory()::directory).node(node).stream()
        .flatMap(record -> record.ways().stream())
        .filter(Way.Mail.class::isInstance)
        .map(way -> ((Way.Mail) way).address())
        .findFirst();
  }
}
