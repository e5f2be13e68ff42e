package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads comparisons with the lowest or highest of several bounds, which may be shares of facts.
final class BoundsTests {

  static final List<String> VERBS =
      List.of("overLowest", "atLeastLowest", "overHighest", "atLeastHighest");

  private final Draft draft;
  private final Issues issues;
  private final Bounds bounds;

  BoundsTests(Draft draft, Bounds bounds) {
    this.draft = draft;
    this.issues = draft.issues();
    this.bounds = bounds;
  }

  Optional<Test> read(Quantity quantity, Tree.Entry entry) {
    Optional<FactKey> key = fact(quantity);
    if (key.isEmpty()) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          entry.keyMark().place(),
          "\"%s\" does not fit what is computed".formatted(entry.key()),
          "only facts that are counts, money, durations or amounts are compared so");
      return Optional.empty();
    }
    Test.Verb verb = entry.key().startsWith("over") ? Test.Verb.OVER : Test.Verb.AT_LEAST;
    Optional<List<Tree>> items =
        Fields.list(entry.value(), "\"%s\"".formatted(entry.key()), issues);
    List<Test> tests = new ArrayList<>();
    for (Tree item : items.orElse(List.of())) {
      bound(quantity, key.get(), verb, item).ifPresent(tests::add);
    }
    if (items.isPresent() && items.get().isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.value().place(),
          "\"%s\" names no bound".formatted(entry.key()));
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(new Test.Bounds(verb, entry.key().endsWith("Lowest"), List.copyOf(tests)));
  }

  private Optional<FactKey> fact(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> fact(body);
      case Quantity.Plain(FactKey key) -> {
        FactType type = draft.fact(key).type();
        yield QuantityReader.isAlike(type, type) ? Optional.of(key) : Optional.empty();
      }
      case Quantity.Ratio _,
          Quantity.Product _,
          Quantity.Span _,
          Quantity.CodeCount _,
          Quantity.ShareOfReference _ ->
          Optional.empty();
    };
  }

  private Optional<Test> bound(Quantity quantity, FactKey key, Test.Verb verb, Tree item) {
    if (item instanceof Tree.Text text) {
      return bounds
          .read(quantity, text)
          .map(bound -> new Test.Compare(verb, bound.value(), bound.currency()));
    }
    Fields fields = Fields.of(item, "the bound", issues);
    Optional<Exact> share = fields.needText("share").flatMap(text -> share(text));
    Optional<FactKey> whole =
        fields.needText("of").flatMap(draft::needKey).filter(of -> isAlike(key, of, fields));
    fields.end();
    if (share.isEmpty() || whole.isEmpty()) {
      return Optional.empty();
    }
    draft.couplings().ratio(key, whole.get(), fields.mark());
    return Optional.of(new Test.CompareShare(verb, share.get(), whole.get()));
  }

  private Optional<Exact> share(Tree.Text text) {
    Optional<Exact> share = new Scalars(issues).exact(text);
    if (share.isPresent() && share.get().signum() <= 0) {
      issues.add(
          IssueCode.BELOW_ZERO,
          text.place(),
          "a share of %s bounds nothing".formatted(text.text()),
          "write a decimal fraction above zero: \"0.05\" is five per cent");
      return Optional.empty();
    }
    return share;
  }

  private boolean isAlike(FactKey part, FactKey whole, Fields fields) {
    FactType one = draft.fact(part).type();
    FactType other = draft.fact(whole).type();
    if (QuantityReader.isAlike(one, other)) {
      return true;
    }
    issues.add(
        IssueCode.TEST_DOES_NOT_FIT,
        fields.place(),
        "%s (%s) cannot be compared with a share of %s (%s)"
            .formatted(part, ValueTree.name(one), whole, ValueTree.name(other)));
    return false;
  }
}
