package org.parley.formats.exchange;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// Reads a receipt from its exact bytes. A receipt is at most 16 KiB, has no unknown fields, and
/// says of itself that it is without prejudice.
public final class ReceiptReader {

  private static final Limits LIMITS = new Limits(16 << 10, 8, 50);
  private static final int LONGEST_WORDS = 4000;
  private static final long MOST = 999_999_999_999_999L;

  private ReceiptReader() {}

  public static Checked<Receipt> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Receipt> receipt =
        JsonBytes.tree(bytes, "receipt", LIMITS, issues).flatMap(tree -> receipt(tree, issues));
    return Verdict.of(receipt, issues);
  }

  private static Optional<Receipt> receipt(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "receipt", issues);
    Optional<Receipt> receipt = fields(typed);
    typed
        .text("note", 400)
        .filter(note -> !note.equals(Receipt.WITHOUT_PREJUDICE))
        .ifPresent(_ -> typed.refuse("a receipt says: " + Receipt.WITHOUT_PREJUDICE));
    typed.end();
    return issues.hasErrors() ? Optional.empty() : receipt;
  }

  static Optional<Receipt> fields(Typed typed) {
    Optional<Receipt.Kind> kind = typed.as("kind", "kind of receipt", Receipt.Kind::parse);
    Optional<Digest> statement = typed.digest("statement");
    Optional<Realm> realm = typed.realm("realm");
    Optional<NodeId> node = typed.node("node");
    Optional<OfficeId> office = typed.office("office");
    Optional<Instant> at = typed.moment("at");
    Optional<Digest> slip = typed.maybeDigest("slip");
    Optional<Receipt.Logged> logged = typed.maybeMap("log").flatMap(ReceiptReader::logged);
    Optional<String> words = typed.maybeText("words", LONGEST_WORDS);
    if (kind.isEmpty()
        || statement.isEmpty()
        || realm.isEmpty()
        || node.isEmpty()
        || office.isEmpty()
        || at.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().party().equals(office.get().party())) {
      typed.refuse("an office speaks through a node of its own party");
      return Optional.empty();
    }
    return Optional.of(
        new Receipt(
            kind.get(),
            statement.get(),
            realm.get(),
            new Receipt.Speaker(node.get(), office.get()),
            at.get(),
            new Receipt.Proof(slip, logged),
            words));
  }

  private static Optional<Receipt.Logged> logged(Typed typed) {
    Optional<Long> size = typed.whole("size", 1, MOST);
    Optional<Digest> root = typed.digest("root");
    typed.end();
    return size.flatMap(entries -> root.map(each -> new Receipt.Logged(entries, each)));
  }
}
