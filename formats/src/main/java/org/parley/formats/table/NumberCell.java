package org.parley.formats.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Exact;

/// Reads counts, quantities and shares, and turns exact numbers into what is stated.
final class NumberCell {

  private static final int LONGEST_SHOWN = 60;
  private static final Pattern RANGE =
      Pattern.compile("([0-9][0-9 .,]*?) ?(?:-|–|—|\\.\\.|to|bis|à|a|до) ?([0-9][0-9 .,]*)(.*)");
  private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|≤|≥) ?(.+)|(.+?) ?(\\+)");

  private NumberCell() {}

  static Says read(FactType type, String text, ColumnRule.Form form, Figures figures) {
    Matcher bound = BOUND.matcher(text);
    if (bound.matches()) {
      return bound(type, bound, form, figures);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      Says low = single(type, range.group(1) + range.group(3), form, figures);
      Says high = single(type, range.group(2) + range.group(3), form, figures);
      return range(text, low, high);
    }
    return single(type, text, form, figures);
  }

  private static Says range(String text, Says low, Says high) {
    Optional<Long> from = units(low);
    Optional<Long> to = units(high);
    if (from.isEmpty() || to.isEmpty()) {
      return from.isEmpty() ? low : high;
    }
    return from.get() > to.get()
        ? new Says.Unclear(IssueCode.CONTRADICTION, shown(text) + " ends before it begins")
        : new Says.This(
            new Stated.Between(
                Optional.of(new Value.Number(from.get())),
                Optional.of(new Value.Number(to.get()))));
  }

  private static Says bound(FactType type, Matcher bound, ColumnRule.Form form, Figures figures) {
    String sign = bound.group(1) == null ? "≥" : bound.group(1);
    Says said =
        single(type, bound.group(1) == null ? bound.group(3) : bound.group(2), form, figures);
    Optional<Long> units = units(said);
    if (units.isEmpty()) {
      return said;
    }
    long least = units.get() + (sign.equals(">") ? 1 : 0);
    long most = units.get() - (sign.equals("<") ? 1 : 0);
    boolean below = sign.startsWith("<") || sign.equals("≤");
    if (below && most < 0) {
      return Says.notUnderstood("nothing lies below nought");
    }
    return new Says.This(
        below
            ? new Stated.Between(
                Optional.of(new Value.Number(0)), Optional.of(new Value.Number(most)))
            : new Stated.Between(Optional.of(new Value.Number(least)), Optional.empty()));
  }

  private static Optional<Long> units(Says said) {
    return said instanceof Says.This(Stated.Exactly(Value.Number(long units)))
        ? Optional.of(units)
        : Optional.empty();
  }

  private static Says single(FactType type, String text, ColumnRule.Form form, Figures figures) {
    return switch (figures.read(text)) {
      case Figures.Figure.Is(Exact number, String rest) -> {
        boolean known =
            rest.isEmpty()
                || type instanceof FactType.Quantity(String unit, _, _) && rest.equals(unit);
        yield known
            ? stated(type, number.times(multiple(form)))
            : Says.notUnderstood(shown(rest) + " stands beside the number and is not known");
      }
      case Figures.Figure.Unclear(String why) -> Says.ambiguous(why);
      case Figures.Figure.None() -> Says.notUnderstood(shown(text) + " is no number");
    };
  }

  /// What the numbers of a column are to be multiplied by.
  static Exact multiple(ColumnRule.Form form) {
    Integer power = Figures.MULTIPLES.get(form.unit().orElse(""));
    return power == null ? Exact.ONE : Exact.of((long) Math.pow(10, power));
  }

  /// A number as what is stated about a fact; what is finer than the quantum is a range.
  static Says stated(FactType type, Exact number) {
    if (number.signum() < 0) {
      return Says.notUnderstood(number + " is below nought");
    }
    Exact quanta = number.dividedBy(type.quantumOrOne());
    if (quanta.isAbove(Exact.of(type.capUnits()))) {
      return Says.notUnderstood(number + " is more than can be stated");
    }
    if (type instanceof FactType.Count && !quanta.isWhole()) {
      return Says.notUnderstood(number + " is no whole number");
    }
    long low = quanta.floor().longValueExact();
    return new Says.This(
        quanta.isWhole()
            ? new Stated.Exactly(new Value.Number(low))
            : new Stated.Between(
                Optional.of(new Value.Number(low)), Optional.of(new Value.Number(low + 1))));
  }

  /// A share, as a fraction, in per cent, or as a part of a whole.
  static Says share(String text, ColumnRule.Form form, Figures figures) {
    Matcher parts =
        Pattern.compile("([0-9]{1,15}) ?(?:of|/|von|de|di|из) ?([0-9]{1,15})").matcher(text);
    if (parts.matches()) {
      return share(
          Exact.parse(parts.group(1)).orElseThrow(), Exact.parse(parts.group(2)).orElseThrow());
    }
    boolean percent = text.endsWith("%") || form.unit().isPresent();
    String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    return switch (figures.read(bare)) {
      case Figures.Figure.Is(Exact number, String rest) when rest.isEmpty() ->
          share(number, Exact.of(percent ? 100 : 1));
      case Figures.Figure.Unclear(String why) -> Says.ambiguous(why);
      case Figures.Figure.Is _, Figures.Figure.None _ ->
          Says.notUnderstood(shown(text) + " is no share");
    };
  }

  private static Says share(Exact part, Exact of) {
    Exact whole = Exact.of(part.denominator().longValueExact());
    Exact parts = part.times(whole);
    Exact all = of.times(whole);
    if (all.signum() <= 0 || part.signum() < 0 || parts.isAbove(all)) {
      return Says.notUnderstood("a share lies between nought and one");
    }
    return new Says.This(
        new Stated.Exactly(
            new Value.Share(parts.numerator().longValueExact(), all.numerator().longValueExact())));
  }

  /// A text for a message, shortened and without control characters.
  static String shown(String text) {
    String clean = text.strip().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return "\""
        + (clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean)
        + "\"";
  }
}
