package org.parley.duties.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Courier.Grade;
import org.parley.duties.port.Outbox;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.SlipReader;

/// Statements that are to reach a node by two ways. Once a courier has taken the first slip, the
/// same signed statement goes once more under a second slip that this courier may not carry. The
/// other node takes it in once and gives a receipt for each slip, so that each receipt tells by
/// which way its slip came. After its time either slip goes by any way: the link stays without
/// gaps.
public record TwoWays(Packing packing) {

  private static final String OF_STATEMENT = "ways-of/";
  private static final String OF_SLIP = "ways/";
  private static final String UNTIL = "until";
  private static final String SECOND_OF = "second-of";
  private static final String SECOND = "second";
  private static final String BY = "by";
  private static final String RECEIPT = "receipt";
  private static final String NO_OTHER = "no-other";

  /// How one slip went.
  ///
  /// @param way the courier's grade in lower case
  /// @param since when the courier took it
  public record Went(String way, Instant since, Optional<Instant> receipt) {}

  /// How a statement went to one node.
  ///
  /// @param noOther no courier knew another way when the first had taken it
  public record Trip(NodeId to, List<Went> went, boolean noOther) {
    public Trip {
      went = List.copyOf(went);
    }
  }

  /// Has a statement that was packed for a node in this same change go by two ways.
  ///
  /// @param until after this either slip goes by any way
  public void want(Book book, Realm realm, Digest statement, NodeId to, Instant until) {
    Digest slip = book.links().lastSent(realm, to).orElseThrow().digest();
    add(book, realm, OF_STATEMENT + statement, slip + " " + to);
    add(book, realm, OF_SLIP + slip, UNTIL + " " + until + " " + statement);
  }

  /// Which of the ways to its node a parcel may take now.
  public Set<Grade> open(Book book, Outbox.Parcel parcel, Set<Grade> reaching, Instant now) {
    Optional<Pair> pair = Pair.of(book, parcel).filter(each -> !now.isAfter(each.until()));
    if (pair.isEmpty() || reaching.isEmpty()) {
      return reaching;
    }
    Set<Grade> open = EnumSet.copyOf(reaching);
    Map<Digest, Went> went = pair.get().went();
    Optional<Went> own = Optional.ofNullable(went.get(parcel.slip()));
    if (own.isPresent()) {
      open.removeIf(grade -> !word(grade).equals(own.get().way()));
    } else {
      went.values().forEach(other -> open.removeIf(grade -> word(grade).equals(other.way())));
    }
    return open;
  }

  /// Whether anything is to be noted once a courier has taken this parcel.
  public boolean concerns(Book book, Outbox.Parcel parcel) {
    return book.histories().length(parcel.realm(), OF_SLIP + parcel.slip()) > 0;
  }

  /// Whether this is the second slip of a statement: that it did not arrive says nothing of the
  /// statement.
  public boolean isSecond(Book book, Outbox.Parcel parcel) {
    return Pair.of(book, parcel).filter(pair -> !pair.first().equals(parcel.slip())).isPresent();
  }

  /// A courier has taken the parcel: notes by which way, and packs the statement under its second
  /// slip where another way is known.
  public void carried(Book book, Outbox.Parcel parcel, Grade by, Set<Grade> reaching, Instant now) {
    Optional<Pair> found = Pair.of(book, parcel);
    if (found.isEmpty()) {
      return;
    }
    Pair pair = found.get();
    Optional<Went> before = Optional.ofNullable(pair.went().get(parcel.slip()));
    if (before.filter(went -> went.way().equals(word(by))).isEmpty()) {
      pair.note(book, BY + " " + parcel.slip() + " " + word(by) + " " + now);
    }
    if (pair.second().isPresent() || now.isAfter(pair.until())) {
      return;
    }
    boolean another = reaching.stream().anyMatch(grade -> grade != by);
    if (another) {
      again(book, parcel, pair, now);
    } else if (!pair.noOther()) {
      pair.note(book, NO_OTHER);
    }
  }

  private void again(Book book, Outbox.Parcel parcel, Pair pair, Instant now) {
    Optional<Octets> enclosed =
        slip(book, parcel.slip()).flatMap(slip -> book.documents().find(slip.enclosed()));
    if (enclosed.isEmpty()
        || !(packing.reachable(book, parcel.to(), now)
            instanceof Checked.Sound<Counterpart>(Counterpart to, _))) {
      return;
    }
    Realm realm = parcel.realm();
    Packing.Packed packed = packing.pack(book, to, realm, Enclosed.STATEMENT, enclosed.get(), now);
    Digest signed = packed.signedSlip().digest();
    Journal.Logged logged =
        new Journal(book).add(EntryKind.SLIP_SENT, realm, now, packed.slip(), signed);
    new Trail(book, realm)
        .add(pair.statement(), new Trail.Piece(Trail.Kind.SLIP, signed, logged.index()));
    add(book, realm, OF_SLIP + packed.slip(), SECOND_OF + " " + pair.first());
    pair.note(book, SECOND + " " + packed.slip());
  }

  /// The other node has a slip of ours and says so.
  public void receipted(Book book, Outbox.Parcel parcel, Instant now) {
    Pair.of(book, parcel)
        .ifPresent(pair -> pair.note(book, RECEIPT + " " + parcel.slip() + " " + now));
  }

  /// How a statement went, node by node; empty where it was not to go by two ways.
  public static List<Trip> of(Book book, Realm realm, Digest statement) {
    List<Trip> trips = new ArrayList<>();
    for (Octets line : book.histories().events(realm, OF_STATEMENT + statement)) {
      String[] words = line.shown().split(" ");
      Pair pair = Pair.read(book, realm, new Digest(words[0]));
      trips.add(
          new Trip(
              NodeId.parse(words[1]).orElseThrow(),
              List.copyOf(pair.went().values()),
              pair.noOther() && pair.second().isEmpty()));
    }
    return trips;
  }

  private static Optional<Slip> slip(Book book, Digest digest) {
    return book.documents().find(digest).map(bytes -> SlipReader.read(bytes).orThrow());
  }

  private static String word(Grade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  private static void add(Book book, Realm realm, String stream, String line) {
    book.histories().append(realm, stream, book.histories().length(realm, stream), Octets.of(line));
  }

  /// A statement's two slips to one node.
  private record Pair(
      Realm realm,
      Digest first,
      Digest statement,
      Instant until,
      Optional<Digest> second,
      Map<Digest, Went> went,
      boolean noOther) {

    static Optional<Pair> of(Book book, Outbox.Parcel parcel) {
      return book.histories().events(parcel.realm(), OF_SLIP + parcel.slip()).stream()
          .findFirst()
          .map(line -> line.shown().split(" "))
          .map(words -> words[0].equals(SECOND_OF) ? new Digest(words[1]) : parcel.slip())
          .map(first -> read(book, parcel.realm(), first));
    }

    static Pair read(Book book, Realm realm, Digest first) {
      List<String[]> lines =
          book.histories().events(realm, OF_SLIP + first).stream()
              .map(line -> line.shown().split(" "))
              .toList();
      Optional<Digest> second = Optional.empty();
      Map<Digest, Went> went = new LinkedHashMap<>();
      boolean noOther = false;
      for (String[] words : lines) {
        switch (words[0]) {
          case SECOND -> second = Optional.of(new Digest(words[1]));
          case BY ->
              went.put(
                  new Digest(words[1]),
                  new Went(words[2], Instant.parse(words[3]), Optional.empty()));
          case RECEIPT ->
              went.computeIfPresent(
                  new Digest(words[1]),
                  (_, how) ->
                      how.receipt().isPresent()
                          ? how
                          : new Went(how.way(), how.since(), Optional.of(Instant.parse(words[2]))));
          case NO_OTHER -> noOther = true;
          default -> {}
        }
      }
      String[] begin = lines.getFirst();
      return new Pair(
          realm, first, new Digest(begin[2]), Instant.parse(begin[1]), second, went, noOther);
    }

    void note(Book book, String line) {
      add(book, realm, OF_SLIP + first, line);
    }
  }
}
