package org.parley.couriers.relay;

import java.net.http.HttpRequest;
import java.util.List;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.Line;
import org.parley.couriers.https.Patience;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;

/// Empties our mailbox at a relay. A parcel is confirmed, and so forgotten by the relay, only after
/// our doorway has returned.
public final class RelayCollector implements AutoCloseable {

  private static final int LONGEST_ANSWER = Doorway.LARGEST_PARCEL;

  private final Relay relay;
  private final Capability mailbox;
  private final Capability key;
  private final Doorway doorway;
  private final Line line;

  /// @param key what opens the mailbox to empty it
  public RelayCollector(
      Relay relay, Capability mailbox, Capability key, Doorway doorway, Patience patience) {
    this.relay = relay;
    this.mailbox = mailbox;
    this.key = key;
    this.doorway = doorway;
    this.line = new Line(null, List.of(relay.certificate()), patience);
  }

  /// Takes in what waits, until nothing does or something fails; what is not taken in stays.
  ///
  /// @param atMost parcels in one go
  public Collected collect(int atMost) {
    Collected sofar = new Collected(0, 0, "");
    long after = 0;
    while (sofar.taken() + sofar.refused() < atMost) {
      Line.Came came = line.send(request("/after/" + after).GET(), LONGEST_ANSWER);
      if (!(came instanceof Line.Came.Answered answer)) {
        return sofar.stopped(((Line.Came.Silent) came).why());
      }
      if (answer.status() != 200) {
        return answer.status() == 204
            ? sofar
            : sofar.stopped("the relay answered " + answer.status());
      }
      String number = answer.header(RelayServer.NUMBER);
      if (!number.matches("[0-9]{1,18}") || Long.parseLong(number) <= after) {
        return sofar.stopped("the relay counts wrongly");
      }
      after = Long.parseLong(number);
      try {
        sofar = sofar.with(doorway.receive(answer.body(), ReceiptBack.AS_A_PARCEL));
      } catch (UnreachableException fault) {
        return sofar.stopped("our own books do not take it now");
      }
      confirm(after, answer.body().digest());
    }
    return sofar;
  }

  /// A confirmation that is lost does no harm: the parcel comes again and is known.
  private void confirm(long number, Digest parcel) {
    line.send(request("/" + number + "/" + parcel.hex()).DELETE(), LONGEST_ANSWER);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(relay.address().resolve("/mailboxes/" + mailbox.hex() + path))
        .header(RelayServer.COLLECT, key.hex());
  }

  @Override
  public void close() {
    line.close();
  }

  /// What one go brought.
  ///
  /// @param refused handed in and refused by our doorway, which says why in its own records
  /// @param stopped why it ended early; empty where the mailbox is empty or the go was full
  public record Collected(int taken, int refused, String stopped) {

    private Collected stopped(String why) {
      return new Collected(taken, refused, why);
    }

    private Collected with(Checked<Octets> outcome) {
      return switch (outcome) {
        case Checked.Sound<Octets> _ -> new Collected(taken + 1, refused, stopped);
        case Checked.Refused<Octets> _ -> new Collected(taken, refused + 1, stopped);
      };
    }
  }
}
