package org.parley.duties.post;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
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
  /// @param slipBytes the exact bytes of the slip, by whose digest receipts name it
  /// @param content what is enclosed, out of its signature
  public record Unpacked(
      Slip slip, Octets slipBytes, Parcel parcel, Counterpart sender, Octets content) {}

  public Checked<Unpacked> unpack(Book book, Octets sealed) {
    if (sealed.size() > Doorway.LARGEST_PARCEL) {
      return refused(
          IssueCode.PARCEL_TOO_LARGE,
          "parcel",
          "a parcel has at most %d octets".formatted(Doorway.LARGEST_PARCEL));
    }
    return seal.open(sealed) instanceof Checked.Sound<Octets>(Octets content, _)
        ? unwrap(book, content)
        : refused(
            IssueCode.PARCEL_NOT_OPENED,
            "parcel",
            "none of the keys held here opens it, or it was changed on the way");
  }

  private Checked<Unpacked> unwrap(Book book, Octets content) {
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
        : check(parcel, sender.get());
  }

  private Checked<Unpacked> check(Parcel parcel, Counterpart sender) {
    Checked<Octets> verified = seal.verify(parcel.slip(), sender.certificates());
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
    Checked<Octets> content = seal.verify(parcel.enclosed(), sender.certificates());
    return content.map(octets -> new Unpacked(slip, slipBytes, parcel, sender, octets));
  }

  private static <T> Checked<T> refused(IssueCode code, String where, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(where), message, Optional.empty())));
  }
}
