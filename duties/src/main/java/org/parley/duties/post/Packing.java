package org.parley.duties.post;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Links;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Restorations;
import org.parley.formats.exchange.ParcelWriter;
import org.parley.formats.exchange.SlipReader;
import org.parley.formats.exchange.SlipWriter;

/// Makes parcels: numbers a slip on the link, signs it, puts it on top of what goes, seals both to
/// the counterpart's keys, and puts the parcel into the outbox.
///
/// @param self this node
public record Packing(NodeId self, Seal seal, Counterparts counterparts) {

  /// @param slip the digest of the slip's exact bytes
  /// @param signedSlip the signed slip
  public record Packed(Digest parcel, Digest slip, Octets signedSlip) {}

  /// Refused where the counterpart is not known or has no keys for now: it cannot be reached
  /// securely, and nothing goes to it in another way.
  public Checked<Counterpart> reachable(Book book, NodeId to, Instant now) {
    Optional<Counterpart> known = counterparts.find(book, to);
    if (known.isEmpty()) {
      return refused(
          IssueCode.COUNTERPART_UNKNOWN,
          to,
          "the directory has no such node",
          "take in its party's directory entry first");
    }
    if (known.get().at(now).isEmpty()) {
      return refused(
          IssueCode.NO_KEY_FOR_NOW,
          to,
          "the node cannot be reached securely: none of its sealing keys covers today",
          "ask its party for a new directory entry, by telephone if need be");
    }
    return new Checked.Sound<>(known.get(), List.of());
  }

  /// Packs something signed for one destination.
  ///
  /// @param enclosed the signed bytes of what goes
  public Packed pack(
      Book book, Counterpart to, Realm realm, Enclosed kind, Octets enclosed, Instant now) {
    Optional<Links.Slip> last =
        Stream.of(book.links().lastSent(realm, to.node()), new Restorations(book).floor())
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(Links.Slip::number));
    Slip slip =
        new Slip(
            new Slip.Journey(self, to.node(), realm),
            last.map(Links.Slip::number).orElse(0L) + 1,
            last.map(Links.Slip::digest),
            kind,
            enclosed.digest(),
            now);
    Octets bytes = SlipWriter.write(slip);
    Octets signed = seal.sign(bytes);
    List<SealingKeys> keys = to.at(now);
    Octets sealed = seal.seal(ParcelWriter.write(new Parcel(signed, enclosed)), keys);
    Packed packed = new Packed(sealed.digest(), bytes.digest(), signed);
    book.links().sent(realm, to.node(), new Links.Slip(slip.number(), packed.slip()));
    book.documents().keep(bytes);
    book.documents().keep(signed);
    book.documents().keep(enclosed);
    book.outbox()
        .add(new Outbox.Parcel(packed.parcel(), packed.slip(), realm, to.node(), sealed, now));
    return packed;
  }

  /// Seals a slip that was sent before anew, with what it covers, to the keys of now; nothing where
  /// its content was erased, or where the counterpart has no keys for now.
  ///
  /// @param slip the digest of the slip's exact bytes
  public Optional<Digest> again(Book book, Counterpart to, Digest slip, Instant now) {
    return again(book, to, slip, 0, now);
  }

  /// The same for a parcel that was tried so often already.
  public Optional<Digest> again(Book book, Counterpart to, Digest slip, int tries, Instant now) {
    Optional<Octets> bytes = book.documents().find(slip);
    Optional<Slip> read = bytes.map(found -> SlipReader.read(found).orThrow());
    Optional<Octets> enclosed = read.flatMap(found -> book.documents().find(found.enclosed()));
    List<SealingKeys> keys = to.at(now);
    if (enclosed.isEmpty() || keys.isEmpty()) {
      return Optional.empty();
    }
    Octets signed = seal.sign(bytes.orElseThrow());
    Octets sealed = seal.seal(ParcelWriter.write(new Parcel(signed, enclosed.get())), keys);
    Realm realm = read.orElseThrow().journey().realm();
    book.outbox()
        .add(new Outbox.Parcel(sealed.digest(), slip, realm, to.node(), sealed, now), tries);
    return Optional.of(sealed.digest());
  }

  /// What a parcel of ours that waits in the outbox holds, out of its signature, if it is of this
  /// kind.
  public Optional<Octets> enclosed(Book book, Outbox.Parcel parcel, Enclosed kind) {
    return book.documents()
        .find(parcel.slip())
        .map(bytes -> SlipReader.read(bytes).orThrow())
        .filter(slip -> slip.kind() == kind)
        .flatMap(slip -> book.documents().find(slip.enclosed()))
        .map(signed -> seal.claimed(signed).orThrow());
  }

  private static Checked<Counterpart> refused(
      IssueCode code, NodeId node, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(node.toString()), message, Optional.of(remedy))));
  }
}
