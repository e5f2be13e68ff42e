package org.parley.duties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Links;
import org.parley.duties.port.LogSeal;
import org.parley.duties.post.Unpacking;
import org.parley.duties.witness.TakeGossip;

/// Takes parcels in: opens, checks who sent them, keeps what they hold, and gives a signed receipt
/// for it, in this order and in one change. The same parcel again, or the same slip sealed anew,
/// gets the same receipt and changes nothing.
public final class ReceiveParcel implements Doorway {

  private final Station station;
  private final Unpacking unpacking;
  private final TakeIn takeIn;
  private final SendReceipt sendReceipt;

  /// A node that keeps no watch over others' logs: what is said of logs is refused.
  public ReceiveParcel(Station station) {
    this(station, Optional.empty());
  }

  /// A node that witnesses others' logs and has its own witnessed.
  public ReceiveParcel(Station station, LogSeal log) {
    this(station, Optional.of(log));
  }

  private ReceiveParcel(Station station, Optional<LogSeal> log) {
    this.station = station;
    this.unpacking = new Unpacking(station.node(), station.seal(), station.counterparts());
    this.takeIn = new TakeIn(station, log.map(key -> new TakeGossip(station, key)));
    this.sendReceipt = new SendReceipt(station);
  }

  @Override
  public Checked<Octets> receive(Octets parcel, ReceiptBack back) {
    return station.books().change(book -> receive(book, parcel, back));
  }

  private Checked<Octets> receive(Book book, Octets parcel, ReceiptBack back) {
    Optional<Inbox.Received> before = book.inbox().byParcel(parcel.digest());
    if (before.isPresent()) {
      return again(book, before.get(), back);
    }
    Instant now = station.now();
    Checked<Unpacking.Unpacked> unpacked = unpacking.unpack(book, parcel, now);
    if (unpacked instanceof Checked.Refused<Unpacking.Unpacked>
        && unpacking
            .entryIn(parcel)
            .filter(entry -> takeIn.introduces(book, entry, now))
            .isPresent()) {
      unpacked = unpacking.unpack(book, parcel, now);
    }
    if (!(unpacked instanceof Checked.Sound<Unpacking.Unpacked>(Unpacking.Unpacked in, _))) {
      return Refusals.same(unpacked);
    }
    Optional<Inbox.Received> sealedAnew = book.inbox().bySlip(in.slipBytes().digest());
    if (sealedAnew.isPresent()) {
      return again(book, sealedAnew.get(), back);
    }
    Optional<Issue> waits = takeIn.waitsFor(book, in);
    return waits.isPresent()
        ? new Checked.Refused<>(List.of(waits.get()))
        : onLink(book, parcel, in, back);
  }

  /// Two slips under one number, or a slip that does not follow the one before it, cannot both be
  /// honest: the later is not taken in, and both are on record.
  private Checked<Octets> onLink(
      Book book, Octets parcel, Unpacking.Unpacked in, ReceiptBack back) {
    Slip slip = in.slip();
    Slip.Journey journey = slip.journey();
    Links links = book.links();
    Digest digest = in.slipBytes().digest();
    Optional<Links.Slip> same = links.received(journey.realm(), journey.from(), slip.number());
    Optional<Digest> clash = same.map(Links.Slip::digest).filter(other -> !other.equals(digest));
    if (clash.isEmpty() && slip.number() > 1) {
      clash =
          links
              .received(journey.realm(), journey.from(), slip.number() - 1)
              .map(Links.Slip::digest)
              .filter(before -> !slip.previous().equals(Optional.of(before)));
    }
    if (clash.isPresent()) {
      Digest document = book.documents().keep(in.parcel().slip());
      station
          .journal(book)
          .add(
              EntryKind.EQUIVOCATION,
              journey.realm(),
              station.now(),
              digest,
              clash.get(),
              document);
      return Refusals.one(
          IssueCode.LINK_FORKED,
          "slip " + slip.number(),
          "%s has used this number for another slip, or follows another one"
              .formatted(journey.from()),
          "ask its party on another way; both slips are on record");
    }
    links.received(journey.realm(), journey.from(), new Links.Slip(slip.number(), digest));
    return keep(book, parcel, in, back);
  }

  private Checked<Octets> keep(Book book, Octets parcel, Unpacking.Unpacked in, ReceiptBack back) {
    Instant now = station.now();
    Slip slip = in.slip();
    Digest signedSlip = book.documents().keep(in.parcel().slip());
    station
        .journal(book)
        .add(
            EntryKind.SLIP_RECEIVED,
            slip.journey().realm(),
            now,
            in.slipBytes().digest(),
            signedSlip);
    TakeIn.Taken taken = takeIn.run(book, in, now);
    book.inbox()
        .add(
            new Inbox.Received(
                parcel.digest(),
                in.slipBytes().digest(),
                slip.journey().from(),
                now,
                taken.receipt()));
    if (back == ReceiptBack.AS_A_PARCEL && taken.wantsReceipt()) {
      sendReceipt.asParcel(book, in.sender().node(), slip.journey().realm(), taken.receipt(), now);
    }
    return new Checked.Sound<>(taken.receipt(), taken.notes());
  }

  /// The sender asks again because our receipt has not reached it, so it goes once more.
  private Checked<Octets> again(Book book, Inbox.Received before, ReceiptBack back) {
    if (back == ReceiptBack.AS_A_PARCEL) {
      sendReceipt.again(book, before, station.now());
    }
    return new Checked.Sound<>(
        before.receipt(),
        List.of(
            new Issue(
                IssueCode.RECEIVED_BEFORE,
                Place.of("parcel"),
                "it was taken in before, and gets the same receipt",
                Optional.empty())));
  }
}
