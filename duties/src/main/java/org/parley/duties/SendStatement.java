package org.parley.duties;

import java.io.Serial;
import java.util.List;
import java.util.function.BiFunction;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// Composes, clears and dispatches a statement of ours in one change of the books: all of it, or
/// nothing. A node that dies over it has not begun; what is refused leaves nothing behind.
public final class SendStatement {

  private final Station station;
  private final ComposeStatement compose;
  private final ClearStatement clear;
  private final DispatchStatement dispatch;

  /// @param secondPerson whether the State wants another person to clear than the one who wrote
  public SendStatement(Station station, boolean secondPerson) {
    this.station = station;
    this.compose = new ComposeStatement(station);
    this.clear = new ClearStatement(station, secondPerson);
    this.dispatch = new DispatchStatement(station);
  }

  /// @param clearing who clears it
  public Checked<ComposeStatement.Composed> run(Draft draft, Hand author, Hand clearing) {
    return run(draft, author, clearing, (_, sent) -> new Checked.Sound<>(sent, List.of()));
  }

  /// @param beside what else is to be written in the same change, with what was sent
  public <T> Checked<T> run(
      Draft draft,
      Hand author,
      Hand clearing,
      BiFunction<Book, ComposeStatement.Composed, Checked<T>> beside) {
    try {
      return station
          .books()
          .change(book ->
              wholly(send(book, draft, author, clearing).then(sent -> beside.apply(book, sent))));
    } catch (RefusedException refused) {
      return new Checked.Refused<>(refused.issues);
    }
  }

  private Checked<ComposeStatement.Composed> send(
      Book book, Draft draft, Hand author, Hand clearing) {
    Realm realm = draft.subject().realm();
    return compose
        .compose(book, draft, author)
        .then(made ->
            clear
                .clear(book, realm, made.statement(), clearing)
                .then(_ -> dispatch.dispatch(book, realm, made.statement()))
                .map(_ -> made));
  }

  /// Takes back whatever was written before something was refused.
  private static <T> Checked<T> wholly(Checked<T> result) {
    if (result instanceof Checked.Refused<T>(List<Issue> issues)) {
      throw new RefusedException(issues);
    }
    return result;
  }

  /// Carries a refusal out of a change, so that the books take it back.
  private static final class RefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    RefusedException(List<Issue> issues) {
      super("refused", null, false, false);
      this.issues = issues;
    }
  }
}
