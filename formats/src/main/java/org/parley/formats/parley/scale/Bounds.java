package org.parley.formats.parley.scale;

import java.util.Optional;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueReader;
import org.parley.formats.tree.Tree;

/// Reads the bounds that numbers are compared with, each as its quantity is measured.
final class Bounds {

  /// A bound in the natural unit of its quantity.
  ///
  /// @param currency for money
  record Bound(Exact value, Optional<String> currency) {}

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;

  Bounds(Draft draft) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
  }

  /// Reads a bound; empty, and told, where the quantity is no number or the text no bound for it.
  Optional<Bound> read(Quantity quantity, Tree.Text text) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> read(body, text);
      case Quantity.Plain(FactKey key) -> read(draft.fact(key).type(), text);
      case Quantity.Span _ -> duration(text);
      case Quantity.Ratio _, Quantity.Product _, Quantity.CodeCount _ -> decimal(text);
      case Quantity.ShareOfReference _ -> decimal(text);
    };
  }

  private Optional<Bound> read(FactType type, Tree.Text text) {
    return switch (type) {
      case FactType.Count _, FactType.Share _ -> decimal(text);
      case FactType.Quantity(String unit, _, _) -> decimal(without(unit, text));
      case FactType.Money _ -> money(text);
      case FactType.Duration _ -> duration(text);
      case FactType.Instant _ -> moment(text);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          throw new IllegalStateException("only numbers have bounds: " + type);
    };
  }

  private static Tree.Text without(String unit, Tree.Text text) {
    return text.text().endsWith(" " + unit)
        ? new Tree.Text(
            text.text().substring(0, text.text().length() - unit.length() - 1),
            text.kind(),
            text.mark())
        : text;
  }

  private Optional<Bound> decimal(Tree.Text text) {
    return notBelowZero(scalars.exact(text), Optional.empty(), text);
  }

  private Optional<Bound> notBelowZero(
      Optional<Exact> number, Optional<String> currency, Tree.Text text) {
    if (number.isPresent() && number.get().signum() < 0) {
      issues.add(
          IssueCode.BELOW_ZERO,
          text.place(),
          Scalars.quoted(text.text()) + " is below zero, which nothing here can be");
      return Optional.empty();
    }
    return number.map(value -> new Bound(value, currency));
  }

  private Optional<Bound> money(Tree.Text text) {
    int blank = text.text().lastIndexOf(' ');
    String currency = text.text().substring(blank + 1);
    if (blank < 0 || !currency.matches("[A-Z]{3}")) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          text.place(),
          Scalars.quoted(text.text()) + " is no amount of money",
          "write amount and currency, such as \"500000 EUR\"");
      return Optional.empty();
    }
    Tree.Text amount = new Tree.Text(text.text().substring(0, blank), text.kind(), text.mark());
    return notBelowZero(scalars.exact(amount), Optional.of(currency), text);
  }

  private Optional<Bound> duration(Tree.Text text) {
    FactType any = new FactType.Duration(Long.MAX_VALUE);
    return ValueReader.parse(any, text.text(), text.place(), issues)
        .map(value -> new Bound(Exact.of(((Value.Number) value).units()), Optional.empty()));
  }

  private Optional<Bound> moment(Tree.Text text) {
    return ValueReader.take(new FactType.Instant(), text.text())
        .orTell(text.place(), issues)
        .filter(stated -> isExact(stated, text))
        .map(stated -> (Value.Number) ((Stated.Exactly) stated).value())
        .map(value -> new Bound(Exact.of(value.units()), Optional.empty()));
  }

  private boolean isExact(Stated stated, Tree.Text text) {
    if (stated instanceof Stated.Exactly) {
      return true;
    }
    issues.add(
        IssueCode.TEST_DOES_NOT_FIT,
        text.place(),
        Scalars.quoted(text.text()) + " is no single moment",
        "write it to the second, such as 2026-03-02T02:50:00Z");
    return false;
  }

  /// The largest value that a quantity can have, in its natural unit, if there is one that a person
  /// would expect.
  Optional<Exact> largest(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> largest(body);
      case Quantity.Plain(FactKey key) -> {
        FactType type = draft.fact(key).type();
        yield Optional.of(Exact.of(type.capUnits()).times(type.quantumOrOne()));
      }
      case Quantity.Ratio(FactKey part, FactKey whole) ->
          isNeverAbove(part, whole) ? Optional.of(Exact.ONE) : Optional.empty();
      case Quantity.CodeCount(_, var among) ->
          Optional.of(
              Exact.of(among.map(group -> group.members().size()).orElse(Quantity.CodeCount.MOST)));
      case Quantity.Product _, Quantity.Span _, Quantity.ShareOfReference _ -> Optional.empty();
    };
  }

  private boolean isNeverAbove(FactKey part, FactKey whole) {
    return part.region().equals(whole.region())
        && part.mode() == whole.mode()
        && draft
            .catalogue()
            .constraints()
            .contains(new Constraint.NotAbove(part.fact(), whole.fact()));
  }
}
