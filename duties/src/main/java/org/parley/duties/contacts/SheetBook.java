package org.parley.duties.contacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.contacts.StatedSheets;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.contacts.StatedBytes;
import org.parley.formats.directory.ArrivalBytes;

/// What States say of their own offices, in the open book: every sheet that was taken, with its
/// exact signed bytes and how it came; beside them those that contradict one that is here.
///
/// Sheets are read once and remembered by the digest of their bytes.
public final class SheetBook {

  private static final String TAKEN = "stated/";
  private static final String ASIDE = "stated-aside/";

  private final Map<Digest, StatedSheet> read = new HashMap<>();

  /// A sheet that is here.
  ///
  /// @param digest of its exact bytes
  /// @param arrival how it came; its document is the signed bytes
  public record Kept(StatedSheet sheet, Digest digest, Arrival arrival) {}

  /// The State's newest.
  public Optional<Kept> newest(Book book, Realm realm, Party state) {
    return book.histories().last(realm, TAKEN + state).map(each -> kept(book, each));
  }

  /// The newest of all States that have said anything, by code.
  public SortedMap<Party, Kept> newest(Book book, Realm realm) {
    SortedMap<Party, Kept> all = new TreeMap<>();
    for (String stream : book.histories().streams(realm, TAKEN)) {
      Party state = new Party(stream.substring(TAKEN.length()));
      newest(book, realm, state).ifPresent(each -> all.put(state, each));
    }
    return all;
  }

  /// All that were ever taken of a State, the oldest first.
  public List<Kept> all(Book book, Realm realm, Party state) {
    return kept(book, realm, TAKEN + state);
  }

  /// Those that contradict one that was taken, in the order in which they came.
  public List<Kept> aside(Book book, Realm realm, Party state) {
    return kept(book, realm, ASIDE + state);
  }

  public StatedSheets standing(Book book, Realm realm, Party state) {
    SortedMap<Long, Digest> taken = new TreeMap<>();
    all(book, realm, state).forEach(each -> taken.put(each.sheet().number(), each.digest()));
    return new StatedSheets(state, taken);
  }

  /// The exact bytes that the State's node has signed.
  public Octets signed(Book book, Kept kept) {
    return book.documents().find(kept.arrival().document()).orElseThrow();
  }

  /// Adds a sheet that was decided.
  ///
  /// @param content its exact bytes, out of their signature
  void add(Book book, StatedSheet sheet, Octets content, Arrival arrival) {
    append(book, sheet.realm(), TAKEN + sheet.state(), content, arrival);
  }

  /// Keeps a sheet that contradicts one that is here.
  void putAside(Book book, StatedSheet sheet, Octets content, Arrival arrival) {
    append(book, sheet.realm(), ASIDE + sheet.state(), content, arrival);
  }

  private static void append(
      Book book, Realm realm, String stream, Octets content, Arrival arrival) {
    Digest digest = book.documents().keep(content);
    Arrival whole =
        new Arrival(
            arrival.how(),
            arrival.document(),
            arrival.number(),
            arrival.from(),
            arrival.at(),
            digest.hex());
    book.histories()
        .append(realm, stream, book.histories().length(realm, stream), ArrivalBytes.write(whole));
  }

  private List<Kept> kept(Book book, Realm realm, String stream) {
    return book.histories().events(realm, stream).stream().map(each -> kept(book, each)).toList();
  }

  private Kept kept(Book book, Octets event) {
    Arrival arrival = ArrivalBytes.read(event).orThrow();
    Digest digest = new Digest(arrival.words());
    synchronized (read) {
      StatedSheet sheet =
          read.computeIfAbsent(
              digest,
              each -> StatedBytes.read(book.documents().find(each).orElseThrow()).orThrow());
      return new Kept(sheet, digest, arrival);
    }
  }
}
