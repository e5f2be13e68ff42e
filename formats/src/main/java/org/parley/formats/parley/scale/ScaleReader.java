package org.parley.formats.parley.scale;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.fact.Catalogue;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Heading;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads a scale edition and checks it: handbook/scale-format.md.
///
/// All that is wrong is told at once. Names are resolved and short forms written out, so that the
/// edition needs no file, catalogue or reference data any more.
public final class ScaleReader {

  private final Issues issues = new Issues();
  private final Catalogue catalogue;
  private final References references;

  private ScaleReader(Catalogue catalogue, References references) {
    this.catalogue = catalogue;
    this.references = references;
  }

  public static Checked<ScaleEdition> read(
      Parsed file, Catalogue catalogue, References references) {
    ScaleReader reader = new ScaleReader(catalogue, references);
    return Verdict.of(reader.edition(file), reader.issues);
  }

  private Optional<ScaleEdition> edition(Parsed file) {
    Fields fields = Fields.of(file.tree(), "the scale", issues);
    HeadReader head = new HeadReader(issues);
    Optional<Heading> heading = head.heading(fields);
    Levels levels = head.levels(fields);
    Draft draft = new Draft(catalogue, references, issues, Citations.read(fields), levels);
    ScaleId scale = heading.map(Heading::id).orElse(new ScaleId("no", "name"));
    new JudgementReader(draft, scale).read(fields.named("judgements").orElse(List.of()));
    Optional<Body> body = body(fields, draft);
    fields.end();
    draft.couplings().check();
    if (!issues.hasErrors()) {
      draft.tellUnused();
      body.ifPresent(read -> NeverGiven.tell(levels, read.rule(), read.around(), fields));
    }
    return heading.isEmpty()
        ? Optional.empty()
        : body.map(read ->
            new ScaleEdition(
                heading.get(),
                file.digest(),
                levels,
                read.vocabulary(),
                read.rule(),
                read.around()));
  }

  private record Body(ScaleEdition.Vocabulary vocabulary, Rule rule, ScaleEdition.Around around) {}

  private Optional<Body> body(Fields fields, Draft draft) {
    QuantityReader quantities =
        new QuantityReader(draft, fields.named("derived").orElse(List.of()));
    SequencedMap<String, Quantity.Named> derived = quantities.all();
    ConditionReader conditions =
        new ConditionReader(draft, quantities, fields.named("conditions").orElse(List.of()));
    CriterionReader criterionReader = new CriterionReader(draft, conditions);
    SequencedMap<String, Criterion> criteria =
        criterionReader.read(fields.named("criteria").orElse(List.of()));
    Optional<ScaleEdition.Rates> rates = fields.text("rates").flatMap(this::rates);
    RuleReader rules = new RuleReader(draft, conditions, criterionReader);
    Optional<Rule> rule = fields.needAny("rule").flatMap(tree -> rules.read(tree, "the rule"));
    ScaleEdition.Around around = new AroundReader(draft, conditions).read(fields);
    conditions.readRest();
    ScaleEdition.Vocabulary vocabulary =
        new ScaleEdition.Vocabulary(
            draft.citations().sources(), draft.judgements(), derived, criteria, rates);
    return rule.map(read -> new Body(vocabulary, read, around));
  }

  private Optional<ScaleEdition.Rates> rates(Tree.Text name) {
    Optional<ScaleEdition.Rates> rates = references.rates(name.text());
    if (rates.isEmpty()) {
      issues.add(
          IssueCode.REFERENCE_MISSING,
          name.place(),
          "there is no rate table %s in library/reference/rates/"
              .formatted(Scalars.quoted(name.text())));
    }
    return rates;
  }
}
