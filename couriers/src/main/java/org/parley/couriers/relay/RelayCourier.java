package org.parley.couriers.relay;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.Line;
import org.parley.couriers.https.Patience;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// Leaves parcels with one relay. Its custody receipt is checked: a relay that promises nothing has
/// not taken anything.
public final class RelayCourier implements Courier, AutoCloseable {

  private static final int LONGEST_ANSWER = 4096;

  private final Relay relay;
  private final Capability depositor;
  private final Function<NodeId, Optional<Capability>> mailboxes;
  private final Line line;

  /// @param depositor our account with the relay
  /// @param mailboxes which mailbox at this relay the directory names for a node
  public RelayCourier(
      Relay relay,
      Capability depositor,
      Function<NodeId, Optional<Capability>> mailboxes,
      Patience patience) {
    this.relay = relay;
    this.depositor = depositor;
    this.mailboxes = mailboxes;
    this.line = new Line(null, List.of(relay.certificate()), patience);
  }

  @Override
  public Grade grade() {
    return Grade.RELAY;
  }

  @Override
  public boolean reaches(NodeId to) {
    return mailboxes.apply(to).isPresent();
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    Optional<Capability> mailbox = mailboxes.apply(to);
    if (mailbox.isEmpty()) {
      return new Carried.Failed(false, "the directory names no mailbox of this node");
    }
    if (parcel.size() > Doorway.LARGEST_PARCEL) {
      return new Carried.Failed(true, "larger than any parcel may be");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(relay.address().resolve("/mailboxes/" + mailbox.get().hex()))
            .header(RelayServer.DEPOSITOR, depositor.hex())
            .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.toArray()));
    return switch (line.send(request, LONGEST_ANSWER)) {
      case Line.Came.Answered answer -> read(answer, mailbox.get(), parcel);
      case Line.Came.Silent(String why) -> new Carried.Failed(false, why);
    };
  }

  private Carried read(Line.Came.Answered answer, Capability mailbox, Octets parcel) {
    return switch (answer.status()) {
      case 201 -> custody(answer.body(), mailbox, parcel);
      case 404 -> new Carried.Failed(false, "the relay knows no such mailbox, or not us");
      case 413 -> new Carried.Failed(true, "too large for the relay");
      case 429 -> new Carried.Failed(false, "our share of the relay is used up for today");
      case 507 -> new Carried.Failed(false, "the mailbox is full");
      case 503 -> new Carried.Failed(false, "the relay is busy");
      default -> new Carried.Failed(false, "the relay answered " + answer.status());
    };
  }

  private Carried custody(Octets signed, Capability mailbox, Octets parcel) {
    boolean holds =
        Custody.read(signed, relay.x509())
            .filter(custody -> custody.parcel().equals(parcel.digest()))
            .filter(custody -> custody.mailbox().equals(mailbox.digest()))
            .isPresent();
    return holds
        ? new Carried.InCustody(Optional.of(signed))
        : new Carried.Failed(false, "the relay's custody receipt does not hold");
  }

  @Override
  public void close() {
    line.close();
  }
}
