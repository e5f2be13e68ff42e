package org.parley.formats.veris;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Fields;

/// Reads amounts of money: losses and the victim's revenue. An amount without a currency is no
/// money.
final class MoneyReading implements Reading {

  /// The fields of an amount that may be a range.
  private record Amount(String exact, String least, String most) {}

  /// A currency and where it stands.
  private record Currency(String code, Leaf leaf) {

    List<Leaf> and(List<Leaf> amounts) {
      List<Leaf> all = new ArrayList<>(amounts);
      all.add(leaf);
      return all;
    }
  }

  private final Optional<Fact> loss;
  private final Optional<Fact> turnover;
  private final String currency;
  private final Amount overall;
  private final Amount single;
  private final String explained;
  private final String revenue;
  private final String revenueCurrency;
  private final Set<String> notMoney;
  private final Exact suspicious;

  MoneyReading(Fields fields, Fields victim, Facts facts) {
    loss = facts.needed("loss", fields);
    turnover = facts.needed("turnover", fields);
    currency = facts.word(fields, "currency");
    overall =
        new Amount(
            facts.word(fields, "amount"), facts.word(fields, "least"), facts.word(fields, "most"));
    Optional<Fields> one = fields.needMap("loss");
    single =
        new Amount(
            one.map(map -> facts.word(map, "amount")).orElse(""),
            one.map(map -> facts.word(map, "least")).orElse(""),
            one.map(map -> facts.word(map, "most")).orElse(""));
    one.ifPresent(Fields::end);
    explained = facts.word(fields, "explained");
    notMoney = Set.copyOf(facts.words(fields, "notMoney"));
    suspicious =
        fields
            .needText("suspiciousFrom")
            .flatMap(text -> Exact.parse(text.text()))
            .orElse(Exact.ZERO);
    Optional<Fields> income = victim.needMap("revenue");
    revenue = income.map(map -> facts.word(map, "amount")).orElse("");
    revenueCurrency = income.map(map -> facts.word(map, "currency")).orElse("");
    income.ifPresent(Fields::end);
    fields.end();
  }

  @Override
  public void read(RecordView record, Findings findings) {
    readLoss(record, findings);
    readTurnover(record, findings);
  }

  private void readTurnover(RecordView record, Findings findings) {
    Optional<Leaf> amount = record.one(revenue);
    Optional<Leaf> code = record.one(revenueCurrency);
    Fact fact = turnover.orElseThrow();
    if (amount.isEmpty()) {
      keepCurrency(record, code);
      return;
    }
    Optional<Currency> money = currency(record, code, amount.get());
    Optional<Exact> number = number(record, fact, amount.get());
    if (money.isPresent() && number.isPresent()) {
      findings.state(
          fact,
          range(fact, number.get(), Optional.of(number.get()), money.get()),
          money.get().and(List.of(amount.get())));
    }
  }

  private void readLoss(RecordView record, Findings findings) {
    Optional<Leaf> code = record.one(currency);
    List<Leaf> amounts = new ArrayList<>(record.at(overall.exact()));
    List<Leaf> bounds = new ArrayList<>(record.at(overall.least()));
    bounds.addAll(record.at(overall.most()));
    List<Leaf> parts = new ArrayList<>(record.at(single.exact()));
    parts.addAll(record.at(single.least()));
    List<Leaf> all = new ArrayList<>(amounts);
    all.addAll(bounds);
    all.addAll(parts);
    all.addAll(record.at(single.most()));
    if (all.isEmpty()) {
      keepCurrency(record, code);
      return;
    }
    Optional<Currency> money = currency(record, code, all);
    if (money.isEmpty()) {
      return;
    }
    if (!amounts.isEmpty()) {
      stateExact(record, findings, amounts.getFirst(), money.get());
    } else if (!bounds.isEmpty()) {
      stateRange(record, findings, money.get());
    } else {
      stateSum(record, findings, parts, money.get());
    }
    all.add(money.get().leaf());
    keepRest(record, all);
    explain(record, amounts);
  }

  private void stateExact(RecordView record, Findings findings, Leaf leaf, Currency money) {
    Fact fact = loss.orElseThrow();
    number(record, fact, leaf)
        .ifPresent(amount ->
            findings.state(
                fact, range(fact, amount, Optional.of(amount), money), money.and(List.of(leaf))));
  }

  private void stateRange(RecordView record, Findings findings, Currency money) {
    Fact fact = loss.orElseThrow();
    Optional<Leaf> low = record.one(overall.least());
    Optional<Leaf> high = record.one(overall.most());
    Exact least = low.flatMap(leaf -> number(record, fact, leaf)).orElse(Exact.ZERO);
    Optional<Exact> most = high.flatMap(leaf -> number(record, fact, leaf));
    List<Leaf> from = new ArrayList<>();
    low.ifPresent(from::add);
    high.ifPresent(from::add);
    if (most.isPresent() && least.isAbove(most.get())) {
      record.note(
          IssueCode.CONTRADICTION,
          from,
          overall.least() + " is above " + overall.most() + "; no loss is stated");
      return;
    }
    findings.state(fact, range(fact, least, most, money), money.and(from));
  }

  /// The losses that were put into figures: there may be more.
  private void stateSum(RecordView record, Findings findings, List<Leaf> parts, Currency money) {
    Fact fact = loss.orElseThrow();
    Exact sum = Exact.ZERO;
    for (Leaf part : parts) {
      sum = sum.plus(number(record, fact, part).orElse(Exact.ZERO));
    }
    if (sum.signum() > 0) {
      findings.state(fact, range(fact, sum, Optional.empty(), money), money.and(parts));
    }
  }

  private void keepRest(RecordView record, List<Leaf> all) {
    List<Leaf> rest = all.stream().filter(leaf -> leaf.fate() == Leaf.Fate.OPEN).toList();
    if (!rest.isEmpty()) {
      record.note(
          IssueCode.KEPT_AS_IS,
          rest,
          rest.getFirst().path() + ": another figure of the loss is used");
    }
  }

  private void explain(RecordView record, List<Leaf> amounts) {
    List<Leaf> prose = record.at(explained);
    if (!prose.isEmpty() && !amounts.isEmpty()) {
      record.note(
          IssueCode.AMBIGUOUS,
          prose,
          explained
              + " says in words what the amount is, which may be a fine or a demand rather than a loss");
    }
  }

  private Optional<Currency> currency(RecordView record, Optional<Leaf> code, Leaf amount) {
    return currency(record, code, List.of(amount));
  }

  private Optional<Currency> currency(RecordView record, Optional<Leaf> code, List<Leaf> amounts) {
    if (code.isEmpty()) {
      record.note(
          IssueCode.KEPT_AS_IS,
          amounts,
          amounts.getFirst().path() + " has no currency: an amount without one is no money");
      return Optional.empty();
    }
    String word = code.get().value().strip().toUpperCase(Locale.ROOT);
    if (!word.matches("[A-Z]{3}") || notMoney.contains(code.get().word())) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          code.get(),
          code.get().path() + " " + RecordView.shown(code.get()) + " is no currency of ISO 4217");
      record.note(
          IssueCode.KEPT_AS_IS,
          amounts,
          amounts.getFirst().path() + " has no currency: an amount without one is no money");
      return Optional.empty();
    }
    return Optional.of(new Currency(word, code.get()));
  }

  private static void keepCurrency(RecordView record, Optional<Leaf> code) {
    code.ifPresent(
        leaf -> record.note(IssueCode.KEPT_AS_IS, leaf, leaf.path() + " stands without an amount"));
  }

  private Optional<Exact> number(RecordView record, Fact fact, Leaf leaf) {
    FactType.Money type = (FactType.Money) fact.type();
    Optional<Exact> number =
        leaf.number().filter(one -> one.signum() >= 0 && !one.isAbove(type.cap()));
    String said = leaf.path() + " " + RecordView.shown(leaf);
    if (number.isEmpty()) {
      record.note(IssueCode.NOT_UNDERSTOOD, leaf, said + " is no amount that can be stated");
    } else if (!suspicious.isAbove(number.get())) {
      record.note(
          IssueCode.AMBIGUOUS, leaf, said + " is out of the ordinary; check it in the source");
    }
    return number;
  }

  private static Stated range(Fact fact, Exact least, Optional<Exact> most, Currency money) {
    Exact quantum = fact.type().quantumOrOne();
    BigInteger low = least.dividedBy(quantum).floor();
    Optional<BigInteger> high = most.map(one -> one.dividedBy(quantum).ceiling());
    Value from = new Value.Money(low.longValueExact(), money.code());
    if (high.isPresent() && high.get().equals(low)) {
      return new Stated.Exactly(from);
    }
    return new Stated.Between(
        Optional.of(from), high.map(one -> new Value.Money(one.longValueExact(), money.code())));
  }
}
