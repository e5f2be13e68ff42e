package org.parley.duties.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.ConversationId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// What there is about each statement that proves something: the signed statement, slips, receipts,
/// and where each stands in the journal. From this a proof of exchange is put together.
public record Trail(Book book, Realm realm) {

  private static final String STATEMENT = "statement/";
  private static final String CONVERSATION = "conversation";

  /// What a piece is.
  public enum Kind {
    /// The signed bytes of the statement.
    SIGNED,
    /// The signed bytes of the slip under which it went or came.
    SLIP,
    /// The signed bytes of a receipt about it, given or taken.
    RECEIPT,
    /// A carrier's word that it took charge.
    CUSTODY
  }

  /// @param document digest of the signed bytes
  /// @param index its place in the journal, counted from 0
  public record Piece(Kind kind, Digest document, long index) {}

  /// Begins the trail of a statement.
  public void begin(Digest statement, ConversationId conversation) {
    if (conversation(statement).isEmpty()) {
      book.histories()
          .append(realm, STATEMENT + statement, 0, Octets.of(CONVERSATION + " " + conversation));
    }
  }

  public void add(Digest statement, Piece piece) {
    int after = book.histories().events(realm, STATEMENT + statement).size();
    String line = piece.kind().name() + " " + piece.document() + " " + piece.index();
    book.histories().append(realm, STATEMENT + statement, after, Octets.of(line));
  }

  public Optional<ConversationId> conversation(Digest statement) {
    return book.histories().events(realm, STATEMENT + statement).stream()
        .findFirst()
        .flatMap(line -> ConversationId.parse(line.shown().substring(CONVERSATION.length() + 1)));
  }

  /// Whether the digest of any statement that is here begins with these digits.
  public boolean anyBeginsWith(String digits) {
    return !book.histories().streams(realm, STATEMENT + digits).isEmpty();
  }

  /// The pieces, in the order they came to be.
  public List<Piece> of(Digest statement) {
    List<Piece> pieces = new ArrayList<>();
    book.histories().events(realm, STATEMENT + statement).stream()
        .skip(1)
        .map(line -> line.shown().split(" "))
        .forEach(words ->
            pieces.add(
                new Piece(Kind.valueOf(words[0]), new Digest(words[1]), Long.parseLong(words[2]))));
    return pieces;
  }
}
