package org.parley.simulator.node;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Ledger;
import org.parley.duties.twin.BooksInMemory;
import org.parley.simulator.work.Author;
import org.parley.simulator.world.Notebook;

/// A backup of a node, and what the witness had written down of the node when it was made.
///
/// @param of when it was made, by the node's own clock
/// @param size how long the journal is in it
public record OldDisk(
    Member member, BooksInMemory.Snapshot disk, Instant of, long size, Notebook.Page page) {

  public static OldDisk of(Member member, Notebook notebook) {
    return new OldDisk(
        member,
        member.backup(),
        member.station().now(),
        member.inspect(book -> book.log().size()),
        notebook.page(member.node()));
  }

  /// Puts it in the place of the node's disk; what the node knew since is lost, and the witness
  /// writes down what that is.
  ///
  /// @param begin when the run began
  public void putBack(Notebook notebook, Instant begin) {
    Set<String> lost = member.inspect(book -> known(member, book));
    member.comeBack(disk, of, begin);
    lost.removeAll(member.inspect(book -> known(member, book)));
    notebook.rewind(member.node(), page, size, lost);
  }

  /// Knowledge of a statement itself.
  public static String of(Digest statement) {
    return statement.hex();
  }

  /// Knowledge of how a statement stands with a recipient.
  public static String of(Digest statement, Account account, Standing standing) {
    return statement.hex() + " " + account.recipient() + " " + standing;
  }

  private static Set<String> known(Member member, Book book) {
    Set<String> known = new LinkedHashSet<>();
    for (Realm realm : Author.realms()) {
      Ledger ledger = new Ledger(book, member.seat(), realm);
      ledger
          .all()
          .forEach(
              id -> ledger.open(id).state().dossiers().values().forEach(each -> add(known, each)));
    }
    return known;
  }

  private static void add(Set<String> known, Dossier dossier) {
    known.add(of(dossier.digest()));
    for (Account account : dossier.accounts().values()) {
      account.steps().forEach(step -> known.add(of(dossier.digest(), account, step.standing())));
    }
  }
}
