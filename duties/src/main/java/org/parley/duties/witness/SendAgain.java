package org.parley.duties.witness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.ResendRequest;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.Links;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Packing;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.formats.exchange.ResendBytes;

/// Answers a resend request: what still waits is due at once, what has left the outbox is sealed
/// anew with the same slip. Slips of other links are nobody's business, and numbers never used are
/// passed over.
public final class SendAgain {

  private final Station station;
  private final Packing packing;

  public SendAgain(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  public Checked<Digest> take(Book book, Unpacked in, Instant now) {
    Checked<ResendRequest> read = ResendBytes.read(in.content());
    if (!(read instanceof Checked.Sound<ResendRequest>(ResendRequest request, _))) {
      return new Checked.Refused<>(read.issues());
    }
    if (!request.realm().equals(in.slip().journey().realm())) {
      return new Checked.Refused<>(
          List.of(
              new Issue(
                  IssueCode.REALM_MIXED,
                  Place.of("resend request"),
                  "it asks for slips of another realm than its own",
                  Optional.empty())));
    }
    NodeId to = in.sender().node();
    List<Outbox.Waiting> waiting = book.outbox().waitingFor(to);
    for (long number : request.numbers()) {
      book.links()
          .sent(request.realm(), to, number)
          .ifPresent(slip -> again(book, in, slip, waiting, now));
    }
    return new Checked.Sound<>(in.content().digest(), List.of());
  }

  private void again(
      Book book, Unpacked in, Links.Slip slip, List<Outbox.Waiting> waiting, Instant now) {
    List<Digest> there =
        waiting.stream()
            .map(Outbox.Waiting::parcel)
            .filter(parcel -> parcel.slip().equals(slip.digest()))
            .map(Outbox.Parcel::parcel)
            .toList();
    if (there.isEmpty()) {
      packing.again(book, in.sender(), slip.digest(), now);
    } else {
      there.forEach(parcel -> book.outbox().tried(parcel, now, "the other node asks for it"));
    }
  }
}
