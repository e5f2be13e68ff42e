package org.parley.formats.parley.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Statement;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.fact.Ends;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedReader;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// What stands stated of one incident, from revision to revision.
public final class StandingStatements {

  /// What is said about one key, and where.
  private record Said(List<Statement> statements, Mark mark) {}

  private final KnownFacts facts;
  private final Issues issues;
  private final StatedReader reader;
  private final Map<FactKey, Said> standing = new LinkedHashMap<>();
  private final Map<FactKey, String> withdrawn = new LinkedHashMap<>();

  public StandingStatements(KnownFacts facts, Issues issues) {
    this.facts = facts;
    this.issues = issues;
    this.reader = new StatedReader(issues);
  }

  /// All statements that stand, in the order in which their facts were first stated.
  public List<Statement> list() {
    return standing.values().stream().flatMap(said -> said.statements().stream()).toList();
  }

  /// Why statements were taken back since this was last asked.
  Map<FactKey, String> takeWithdrawn() {
    Map<FactKey, String> taken = Map.copyOf(withdrawn);
    withdrawn.clear();
    return taken;
  }

  /// Takes the statements of one section of a revision.
  public void state(List<Tree.Entry> entries, Mode mode) {
    for (Tree.Entry entry : entries) {
      key(entry, mode).ifPresent(key -> state(key, entry));
    }
  }

  private void state(FactKey key, Tree.Entry entry) {
    if (entry.value() instanceof Tree.Mapping mapping && mapping.find("withdrawn").isPresent()) {
      withdraw(key, mapping);
      return;
    }
    Fact fact = facts.find(key.fact()).orElseThrow();
    List<Statement> statements = reader.statements(key, fact.type(), entry.value());
    if (statements.isEmpty()) {
      return;
    }
    standing.put(key, new Said(statements, entry.keyMark()));
    if (statements.size() > 1) {
      issues.add(
          IssueCode.STATEMENT_CONFLICT,
          entry.keyMark().place(),
          "%d statements about %s stand side by side".formatted(statements.size(), key.fact()),
          "both count until somebody adopts one: then state that one alone");
    }
  }

  private void withdraw(FactKey key, Tree.Mapping mapping) {
    Fields fields = Fields.of(mapping, "the withdrawal", issues);
    fields.needText("withdrawn").ifPresent(why -> withdrawn.put(key, why.text()));
    fields.end();
    if (standing.remove(key) == null) {
      issues.add(
          IssueCode.REVISION_ORDER,
          mapping.place(),
          "nothing is stated about %s that could be taken back".formatted(key.fact()));
    }
  }

  /// The key that an entry states something about; what cannot be one is told.
  private Optional<FactKey> key(Tree.Entry entry, Mode mode) {
    int at = entry.key().indexOf('@');
    String name = at < 0 ? entry.key() : entry.key().substring(0, at);
    Optional<Fact> fact = FactId.parse(name).flatMap(facts::find);
    if (fact.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_FACT,
              entry.keyMark().place(),
              "there is no fact \"%s\"".formatted(name),
              facts.meant(name)));
      return Optional.empty();
    }
    Optional<FactKey> key =
        FactKey.parse(entry.key()).map(parsed -> parsed.as(mode).about(fact.get().id()));
    if (key.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          "\"%s\" names no region".formatted(entry.key()),
          "a region has two capital letters, such as usersAffected@EU");
      return Optional.empty();
    }
    return key.filter(each -> isAllowed(each, fact.get(), entry));
  }

  private boolean isAllowed(FactKey key, Fact fact, Tree.Entry entry) {
    if (fact.allows(key)) {
      return true;
    }
    if (!key.region().isEmpty() && !fact.reach().regional()) {
      issues.add(
          IssueCode.NOT_REGIONAL,
          entry.keyMark().place(),
          "%s cannot be limited to a region".formatted(key.fact()));
    }
    if (key.mode() == Mode.POTENTIAL && !fact.reach().potential()) {
      issues.add(
          IssueCode.NOT_POTENTIAL,
          entry.keyMark().place(),
          "%s is stated for what happened only".formatted(key.fact()),
          "state it under `facts:`");
    }
    return false;
  }

  /// Tells statements that the world does not allow together: more users hit than there are.
  public void checkWorld() {
    for (Map.Entry<FactKey, Said> entry : standing.entrySet()) {
      for (Constraint constraint : facts.catalogue().constraints()) {
        if (constraint.smaller().equals(entry.getKey().fact())) {
          check(entry.getKey(), entry.getValue(), constraint);
        }
      }
    }
  }

  private void check(FactKey key, Said smaller, Constraint constraint) {
    FactKey other = FactKey.of(constraint.larger()).in(key.region()).as(key.mode());
    Said larger = standing.get(other);
    if (larger == null) {
      return;
    }
    Optional<Long> least = least(smaller);
    Optional<Long> most = most(larger);
    if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
      issues.add(
          IssueCode.CONSTRAINT_BROKEN,
          smaller.mark().place(),
          switch (constraint) {
            case Constraint.NotAbove(var part, var whole) ->
                "%s is above %s, stated at %s".formatted(part, whole, larger.mark().brief());
            case Constraint.NotBefore(var later, var earlier) ->
                "%s is after %s, stated at %s".formatted(earlier, later, larger.mark().brief());
          },
          "one of the two is wrong; while it is not known which, state a range or {unknown: why}");
    }
  }

  /// The smallest number that any of the statements leaves possible; empty where one has no bound.
  private static Optional<Long> least(Said said) {
    return said.statements().stream()
        .map(statement -> Ends.least(statement.stated()))
        .reduce((one, two) -> one.flatMap(a -> two.map(b -> Math.min(a, b))))
        .flatMap(found -> found);
  }

  private static Optional<Long> most(Said said) {
    return said.statements().stream()
        .map(statement -> Ends.most(statement.stated()))
        .reduce((one, two) -> one.flatMap(a -> two.map(b -> Math.max(a, b))))
        .flatMap(found -> found);
  }
}
