package org.parley.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Book;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Packing;
import org.parley.formats.exchange.SlipReader;

/// Seals a parcel that waits to the keys that the directory names now, under the same slip: where
/// the directory names none of those any more to which it was sealed, as after the other node was
/// restored without its keys, and where it has waited for a week, whose keys may be gone.
///
/// Nothing waits for the other node to say that it cannot open the parcel: a relay passes no such
/// word on.
final class SealAnew {

  private static final Duration AFTER = Duration.ofDays(7);

  private final Station station;
  private final Packing packing;

  SealAnew(Station station) {
    this.station = station;
    this.packing = new Packing(station.node(), station.seal(), station.counterparts());
  }

  /// The parcel to try now: another one, or the same where there is no reason or no way.
  Outbox.Waiting run(Outbox.Waiting waiting) {
    Instant now = station.now();
    return waiting.parcel().created().plus(AFTER).isBefore(now) || isToLostKeys(waiting)
        ? station.books().change(book -> replaced(book, waiting, now))
        : waiting;
  }

  /// When the slip was written, however often it was sealed since.
  Instant begun(Outbox.Waiting waiting) {
    return station
        .books()
        .look(book -> book.documents().find(waiting.parcel().slip()))
        .map(bytes -> SlipReader.read(bytes).orThrow())
        .map(Slip::created)
        .orElse(waiting.parcel().created());
  }

  private Outbox.Waiting replaced(Book book, Outbox.Waiting waiting, Instant now) {
    Outbox.Parcel old = waiting.parcel();
    Optional<Digest> anew =
        station
            .counterparts()
            .find(book, old.to())
            .flatMap(to -> packing.again(book, to, old.slip(), waiting.tries(), now));
    if (anew.isEmpty()) {
      return waiting;
    }
    book.outbox().done(old.parcel());
    return book.outbox().find(anew.get()).orElseThrow();
  }

  /// The other node names keys, and none of them opens this.
  private boolean isToLostKeys(Outbox.Waiting waiting) {
    Outbox.Parcel parcel = waiting.parcel();
    return station
        .books()
        .look(book -> station.counterparts().find(book, parcel.to()))
        .filter(to -> !to.at(station.now()).isEmpty())
        .filter(to -> !station.seal().isFor(parcel.sealed(), to.keys()))
        .isPresent();
  }
}
