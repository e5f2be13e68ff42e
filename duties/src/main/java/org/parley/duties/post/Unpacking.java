package org.parley.duties.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Seal;
import org.parley.formats.exchange.ParcelReader;
import org.parley.formats.exchange.SlipReader;

/// Opens parcels and checks who sent them, before anything in them is believed.
///
/// @param self this node
public record Unpacking(NodeId self, Seal seal, Counterparts counterparts) {

  /// A parcel whose slip is the sender's own and is meant for us.
  ///
  /// @param sender with the certificates by which it has signed what is enclosed
  /// @param slipBytes the exact bytes of the slip, by whose digest receipts name it
  /// @param content what is enclosed, out of its signature
  public record Unpacked(
      Slip slip, Octets slipBytes, Parcel parcel, Counterpart sender, Octets content) {}

  public Checked<Unpacked> unpack(Book book, Octets sealed, Instant now) {
    if (sealed.size() > Doorway.LARGEST_PARCEL) {
      return refused(
          IssueCode.PARCEL_TOO_LARGE,
          "parcel",
          "a parcel has at most %d octets".formatted(Doorway.LARGEST_PARCEL));
    }
    return seal.open(sealed) instanceof Checked.Sound<Octets>(Octets content, _)
        ? unwrap(book, content, now)
        : refused(
            IssueCode.PARCEL_NOT_OPENED,
            "parcel",
            "none of the keys held here opens it, or it was changed on the way");
  }

  private Checked<Unpacked> unwrap(Book book, Octets content, Instant now) {
    Checked<Parcel> read = ParcelReader.read(content);
    if (!(read instanceof Checked.Sound<Parcel>(Parcel parcel, _))) {
      return new Checked.Refused<>(read.issues());
    }
    // Whose certificates to check with stands in what is to be checked; nothing else is taken from
    // it.
    Checked<Slip> claimed = seal.claimed(parcel.slip()).then(SlipReader::read);
    if (!(claimed instanceof Checked.Sound<Slip>(Slip unproven, _))) {
      return new Checked.Refused<>(claimed.issues());
    }
    Optional<Counterpart> sender = counterparts.find(book, unproven.journey().from());
    return sender.isEmpty()
        ? refused(IssueCode.COUNTERPART_UNKNOWN, "slip", "the node that signs is not known here")
        : check(book, parcel, sender.get(), now);
  }

  private Checked<Unpacked> check(Book book, Parcel parcel, Counterpart sender, Instant now) {
    Proving proving = new Proving(seal, counterparts);
    Checked<Octets> verified =
        proving.sent(book, parcel.slip(), sender, now).map(Proving.Proven::content);
    if (!(verified instanceof Checked.Sound<Octets>(Octets slipBytes, _))) {
      return new Checked.Refused<>(verified.issues());
    }
    Checked<Slip> read = SlipReader.read(slipBytes);
    if (!(read instanceof Checked.Sound<Slip>(Slip slip, _))) {
      return new Checked.Refused<>(read.issues());
    }
    if (!slip.journey().to().equals(self)) {
      return refused(
          IssueCode.PARCEL_MISDIRECTED,
          "slip",
          "the slip is for " + slip.journey().to() + "; it was sealed to us all the same");
    }
    if (!slip.enclosed().equals(parcel.enclosed().digest())) {
      return refused(
          IssueCode.ENCLOSED_SWAPPED, "parcel", "what is enclosed is not what the slip names");
    }
    return proving
        .ever(book, parcel.enclosed(), sender)
        .map(proven ->
            new Unpacked(slip, slipBytes, parcel, sender.by(proven.by()), proven.content()));
  }

  /// The directory entry in a parcel, whoever has sent it: it counts by its own signature. Whoever
  /// was away while a node renewed its certificates gets the entry that names them under a slip
  /// that is signed with them already, or with still later ones.
  public Optional<Octets> entryIn(Octets sealed) {
    if (sealed.size() > Doorway.LARGEST_PARCEL) {
      return Optional.empty();
    }
    return seal.open(sealed).then(ParcelReader::read)
                instanceof Checked.Sound<Parcel>(var parcel, _)
            && seal.claimed(parcel.slip()).then(SlipReader::read)
                instanceof Checked.Sound<Slip>(Slip slip, _)
            && slip.kind() == Enclosed.DIRECTORY_ENTRY
        ? Optional.of(parcel.enclosed())
        : Optional.empty();
  }

  private static <T> Checked<T> refused(IssueCode code, String where, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(where), message, Optional.empty())));
  }
}
