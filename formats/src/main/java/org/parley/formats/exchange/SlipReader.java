package org.parley.formats.exchange;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// Reads a slip from its exact bytes. A slip is at most 4 KiB and has no unknown fields.
public final class SlipReader {

  private static final Limits LIMITS = new Limits(4 << 10, 8, 50);
  private static final long MOST = 999_999_999_999_999L;

  private SlipReader() {}

  public static Checked<Slip> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Slip> slip =
        JsonBytes.tree(bytes, "slip", LIMITS, issues).flatMap(tree -> slip(tree, issues));
    return Verdict.of(slip, issues);
  }

  private static Optional<Slip> slip(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "slip", issues);
    Optional<NodeId> from = typed.node("from");
    Optional<NodeId> to = typed.node("to");
    Optional<Realm> realm = typed.realm("realm");
    Optional<Long> number = typed.whole("number", 1, MOST);
    Optional<Digest> previous = typed.maybeDigest("previous");
    Optional<Digest> enclosed = typed.digest("enclosed");
    Optional<Enclosed> kind = kind(typed, issues);
    Optional<Instant> created = typed.moment("created");
    typed.end();
    number
        .filter(each -> each == 1 != !typed.has("previous"))
        .ifPresent(_ -> typed.refuse("all slips but the first name the one before"));
    if (issues.hasErrors()
        || from.isEmpty()
        || to.isEmpty()
        || realm.isEmpty()
        || number.isEmpty()
        || enclosed.isEmpty()
        || kind.isEmpty()
        || created.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Slip(
            new Slip.Journey(from.get(), to.get(), realm.get()),
            number.get(),
            previous,
            kind.get(),
            enclosed.get(),
            created.get()));
  }

  private static Optional<Enclosed> kind(Typed typed, Issues issues) {
    Optional<String> word = typed.text("kind", 40);
    Optional<Enclosed> kind = word.flatMap(Enclosed::parse);
    word.filter(_ -> kind.isEmpty())
        .ifPresent(each ->
            issues.add(
                IssueCode.ENCLOSURE_UNKNOWN,
                typed.fields().place(),
                "nothing is known here that is called \"%s\"".formatted(each)));
    return kind;
  }
}
