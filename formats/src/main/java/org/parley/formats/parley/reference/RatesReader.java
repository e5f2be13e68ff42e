package org.parley.formats.parley.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads rate tables: how many units of each currency one euro buys.
public final class RatesReader {

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);

  private RatesReader() {}

  public static Checked<ScaleEdition.Rates> read(Tree tree) {
    RatesReader reader = new RatesReader();
    return Verdict.of(reader.rates(tree), reader.issues);
  }

  private Optional<ScaleEdition.Rates> rates(Tree tree) {
    Fields file = Fields.of(tree, "the rate table", issues);
    Optional<Tree.Text> name = file.needText("rates");
    Citations citations = Citations.read(file);
    citations.of(file);
    Map<String, Exact> perEuro = new HashMap<>();
    perEuro.put("EUR", Exact.ONE);
    for (Tree.Entry entry : file.needNamed("perEuro").orElse(List.of())) {
      rate(entry).ifPresent(rate -> perEuro.put(entry.key(), rate));
    }
    file.end();
    return name.map(text -> new ScaleEdition.Rates(text.text(), Map.copyOf(perEuro)));
  }

  private Optional<Exact> rate(Tree.Entry entry) {
    if (!entry.key().matches("[A-Z]{3}") || entry.key().equals("EUR")) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          Scalars.quoted(entry.key()) + " is no currency with a rate",
          "write the three capital letters of ISO 4217; the euro itself is left out");
      return Optional.empty();
    }
    Optional<Exact> rate = Fields.text(entry.value(), "the rate", issues).flatMap(scalars::exact);
    if (rate.isPresent() && rate.get().signum() <= 0) {
      issues.add(IssueCode.BELOW_ZERO, entry.value().place(), "a rate is above zero");
      return Optional.empty();
    }
    return rate;
  }
}
