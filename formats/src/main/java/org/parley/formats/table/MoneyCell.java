package org.parley.formats.table;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Exact;

/// Reads amounts of money. An amount without a currency is no money: the currency stands in the
/// cell, in another column, or in the mapping.
final class MoneyCell {

  private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])");

  private MoneyCell() {}

  /// @param beside the currency that another column or the mapping gives
  static Says read(
      FactType.Money type,
      String text,
      ColumnRule.Form form,
      Optional<String> beside,
      Figures figures,
      Map<String, String> symbols) {
    Optional<String> inside = Optional.empty();
    String bare = text;
    Matcher code = CODE.matcher(text);
    if (code.find()) {
      inside = Optional.of(code.group(1));
      bare = (text.substring(0, code.start()) + text.substring(code.end())).strip();
    }
    for (Map.Entry<String, String> symbol : symbols.entrySet()) {
      if (bare.contains(symbol.getKey())) {
        inside = inside.or(() -> Optional.of(symbol.getValue()));
        bare = bare.replace(symbol.getKey(), "").strip();
      }
    }
    if (bare.contains("€")) {
      inside = inside.or(() -> Optional.of("EUR"));
      bare = bare.replace("€", "").strip();
    }
    if (bare.matches(".*\\p{Sc}.*")) {
      return Says.ambiguous(
          NumberCell.shown(text)
              + " has a sign that several currencies share; say in the mapping which it is");
    }
    return amount(type, bare, form, inside, beside, figures);
  }

  private static Says amount(
      FactType.Money type,
      String bare,
      ColumnRule.Form form,
      Optional<String> inside,
      Optional<String> beside,
      Figures figures) {
    Optional<String> currency = inside.or(() -> beside).map(one -> one.toUpperCase(Locale.ROOT));
    if (inside.isPresent() && beside.isPresent() && !inside.get().equalsIgnoreCase(beside.get())) {
      return new Says.Unclear(
          IssueCode.CONTRADICTION,
          "the cell says " + inside.get() + ", and beside it stands " + beside.get());
    }
    if (!(figures.read(bare) instanceof Figures.Figure.Is(Exact number, String rest))) {
      return figures.read(bare) instanceof Figures.Figure.Unclear(String why)
          ? Says.ambiguous(why)
          : Says.notUnderstood(NumberCell.shown(bare) + " is no amount");
    }
    if (!rest.isEmpty()) {
      return Says.notUnderstood(
          NumberCell.shown(rest) + " stands beside the amount and is not known");
    }
    if (currency.isEmpty() || !currency.get().matches("[A-Z]{3}")) {
      return new Says.Unclear(
          IssueCode.KEPT_AS_IS, "the amount has no currency: an amount without one is no money");
    }
    return stated(type, number.times(NumberCell.multiple(form)), currency.get());
  }

  private static Says stated(FactType.Money type, Exact amount, String currency) {
    if (amount.signum() < 0) {
      return Says.notUnderstood(amount + " is below nought");
    }
    if (amount.isAbove(type.cap())) {
      return Says.notUnderstood(amount + " is more than can be stated");
    }
    Exact quanta = amount.dividedBy(type.quantum());
    BigInteger low = quanta.floor();
    Value from = new Value.Money(low.longValueExact(), currency);
    return new Says.This(
        quanta.isWhole()
            ? new Stated.Exactly(from)
            : new Stated.Between(
                Optional.of(from),
                Optional.of(new Value.Money(low.longValueExact() + 1, currency))));
  }
}
