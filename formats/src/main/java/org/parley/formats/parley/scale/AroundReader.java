package org.parley.formats.parley.scale;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Clock;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Recurrence;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Unknowns;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueReader;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads what stands around the rule: scope, adjustments, recurrence, unknowns, clocks.
final class AroundReader {

  private final Draft draft;
  private final Issues issues;
  private final Scalars scalars;
  private final ConditionReader conditions;

  AroundReader(Draft draft, ConditionReader conditions) {
    this.draft = draft;
    this.issues = draft.issues();
    this.scalars = new Scalars(issues);
    this.conditions = conditions;
  }

  ScaleEdition.Around read(Fields fields) {
    Optional<ScaleEdition.Scope> scope = fields.map("scope").flatMap(this::scope);
    List<ScaleEdition.Adjustment> adjustments = new ArrayList<>();
    for (Tree item : fields.list("adjust").orElse(List.of())) {
      adjustment(item).ifPresent(adjustments::add);
    }
    Optional<Recurrence> recurrence = fields.map("recurrence").flatMap(this::recurrence);
    Optional<Unknowns> unknowns = fields.needMap("unknowns").flatMap(this::unknowns);
    List<Clock> clocks = new ArrayList<>();
    for (Tree item : fields.list("clocks").orElse(List.of())) {
      clock(item).ifPresent(clocks::add);
    }
    return new ScaleEdition.Around(
        scope,
        List.copyOf(adjustments),
        recurrence,
        unknowns.orElse(new Unknowns(Unknowns.Policy.SILENT, Optional.empty())),
        List.copyOf(clocks));
  }

  private Optional<ScaleEdition.Scope> scope(Fields fields) {
    Optional<Condition> when = fields.needAny("when").flatMap(conditions::read);
    Optional<Tree.Text> cite = fields.needText("cite");
    Optional<Citation> source = cite.map(draft.citations()::parse);
    fields.end();
    return when.map(condition -> new ScaleEdition.Scope(condition, source));
  }

  private Optional<ScaleEdition.Adjustment> adjustment(Tree item) {
    Fields fields = Fields.of(item, "the adjustment", issues);
    Optional<Condition> when = fields.needAny("when").flatMap(conditions::read);
    Optional<Tree.Text> floor = fields.text("floor");
    Optional<Tree.Text> set = fields.text("set");
    Optional<Citation> cite = draft.citations().of(fields);
    if (fields.has("floor") == fields.has("set")) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "an adjustment has one of `floor` and `set`",
          "floor: at least this level; set: this level, whatever the rule gave");
    }
    fields.end();
    Optional<Grade.Level> level =
        floor.or(() -> set).flatMap(text -> draft.level(text.text(), text.mark()));
    return when.isPresent()
        ? level.map(to -> new ScaleEdition.Adjustment(when.get(), to, floor.isPresent(), cite))
        : Optional.empty();
  }

  private Optional<Recurrence> recurrence(Fields fields) {
    Optional<Period> within = fields.needText("within").flatMap(this::period);
    Optional<FactKey> sameBy =
        fields.needText("sameBy").flatMap(draft::needKey).filter(key -> isGroup(key, fields));
    Optional<Integer> atLeast =
        fields.needText("atLeast").flatMap(text -> scalars.whole(text, 2, 1000));
    Optional<Condition> unless = fields.any("unless").flatMap(conditions::read);
    Optional<Condition> meets = fields.any("meets").flatMap(conditions::read);
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    return within.isPresent() && sameBy.isPresent()
        ? atLeast.map(
            count -> new Recurrence(within.get(), sameBy.get(), count, unless, meets, cite))
        : Optional.empty();
  }

  private boolean isGroup(FactKey key, Fields fields) {
    boolean group = draft.fact(key).type() instanceof FactType.Group;
    if (!group) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          fields.place(),
          "%s is no key that incidents share".formatted(key),
          "`sameBy` names a fact of type group, such as rootCauseKey");
    }
    return group;
  }

  private Optional<Period> period(Tree.Text text) {
    if (text.text().matches("P[1-9]\\d{0,3}[MD]")) {
      return Optional.of(Period.parse(text.text()));
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        text.place(),
        Scalars.quoted(text.text()) + " is no period",
        "write calendar months, such as P6M, or days, such as P180D");
    return Optional.empty();
  }

  private Optional<Unknowns> unknowns(Fields fields) {
    Optional<Unknowns.Policy> policy =
        fields
            .needText("policy")
            .flatMap(
                word -> scalars.word(word, "policy", HeadReader.words(Unknowns.Policy.values())));
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    return policy.map(each -> new Unknowns(each, cite));
  }

  private Optional<Clock> clock(Tree item) {
    Fields fields = Fields.of(item, "the clock", issues);
    Optional<Tree.Text> report = fields.needText("report").filter(scalars::isKey);
    Set<Grade.Level> levels = new LinkedHashSet<>();
    for (Tree each : fields.needList("levels").orElse(List.of())) {
      Fields.text(each, "a level", issues)
          .flatMap(text -> draft.level(text.text(), text.mark()))
          .ifPresent(levels::add);
    }
    Optional<Tree.Text> within = fields.needText("within");
    Optional<Tree.Text> from = fields.needText("from").filter(scalars::isKey);
    Optional<Condition> when = fields.any("when").flatMap(conditions::read);
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    boolean months = within.map(text -> text.text().matches("P[1-9]\\d{0,2}M")).orElse(false);
    Optional<Duration> exact = months ? Optional.of(Duration.ZERO) : within.flatMap(this::duration);
    if (report.isEmpty() || from.isEmpty() || exact.isEmpty()) {
      return Optional.empty();
    }
    Period calendar = months ? Period.parse(within.orElseThrow().text()) : Period.ZERO;
    return Optional.of(
        new Clock(
            report.get().text(),
            Set.copyOf(levels),
            exact.get(),
            calendar,
            from.get().text(),
            when,
            cite));
  }

  private Optional<Duration> duration(Tree.Text text) {
    FactType any = new FactType.Duration(Long.MAX_VALUE);
    return ValueReader.parse(any, text.text(), text.place(), issues)
        .map(value -> Duration.ofSeconds(((Value.Number) value).units()));
  }
}
