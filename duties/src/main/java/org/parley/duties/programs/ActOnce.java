package org.parley.duties.programs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Replies;

/// Does what a program asks for once, and answers the same request with the same answer for a day.
///
/// The deed and its answer are written in one change of the books: a program that has heard nothing
/// can ask again, and either both are there or neither.
public final class ActOnce {

  /// How long an answer is kept.
  public static final Duration KEPT = Duration.ofHours(24);

  private final Casework work;

  public ActOnce(Casework work) {
    this.work = work;
  }

  /// A request under a key of the program's choice.
  ///
  /// @param token the access token that asks
  /// @param request the digest of all that is asked: two requests under one key must be the same
  public record Order(Realm realm, UUID token, Digest key, Digest request) {}

  /// Does a deed, or gives the answer that it had.
  ///
  /// @param deed gives the answer, with tools that work inside the one change; refused, it leaves
  ///   nothing behind and can be tried again under the same key
  public Checked<Octets> run(Order order, Function<Casework, Checked<Octets>> deed) {
    try {
      return work.books().change(book -> inside(book, order, deed));
    } catch (UndoneException refused) {
      return new Checked.Refused<>(refused.issues());
    }
  }

  private Checked<Octets> inside(Book book, Order order, Function<Casework, Checked<Octets>> deed) {
    Instant now = work.now();
    book.replies().forgetBefore(now.minus(KEPT));
    Optional<Replies.Reply> before = book.replies().find(order.realm(), order.token(), order.key());
    if (before.isPresent()) {
      return again(before.get(), order);
    }
    return switch (deed.apply(work.on(new OpenBook(book)))) {
      case Checked.Refused<Octets>(List<Issue> issues) -> throw new UndoneException(issues);
      case Checked.Sound<Octets>(Octets answer, List<Issue> notes) -> {
        book.replies()
            .keep(
                new Replies.Reply(
                    order.realm(), order.token(), order.key(), order.request(), now, answer));
        yield new Checked.Sound<>(answer, notes);
      }
    };
  }

  private static Checked<Octets> again(Replies.Reply before, Order order) {
    return before.request().equals(order.request())
        ? new Checked.Sound<>(before.answer(), List.of())
        : new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.KEY_USED_OTHERWISE,
                    Place.of("Idempotency-Key"),
                    "another request was sent under this key within the last day",
                    Optional.of("give each request a key of its own, such as a random UUID"))));
  }

  /// Books inside a change that is already open: whatever is changed belongs to it.
  private record OpenBook(Book book) implements Books {

    @Override
    public <T> T change(Function<Book, T> inner) {
      return inner.apply(book);
    }

    @Override
    public <T> T look(Function<Book, T> inner) {
      return inner.apply(book);
    }
  }

  /// Thrown out of the change so that nothing of it happens; never seen outside.
  private static final class UndoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    UndoneException(List<Issue> issues) {
      super("undone", null, false, false);
      this.issues = issues;
    }

    List<Issue> issues() {
      return issues;
    }
  }
}
