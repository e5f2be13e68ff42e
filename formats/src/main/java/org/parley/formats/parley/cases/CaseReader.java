package org.parley.formats.parley.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueReader;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads one case, or a row of cases that differ in one fact.
final class CaseReader {

  private static final List<String> RULINGS =
      List.of("level", "possible", "estimate", "later", "refused", "silent");

  private final ScaleEdition edition;
  private final SheetReader sheets;
  private final Issues issues;
  private final Scalars scalars;
  private final Instant byDefault;

  CaseReader(ScaleEdition edition, SheetReader sheets, Issues issues) {
    this.edition = edition;
    this.sheets = sheets;
    this.issues = issues;
    this.scalars = new Scalars(issues);
    this.byDefault =
        edition.heading().validity().from().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  /// What all cases of a row have in common.
  private record Frame(String name, Optional<String> score, Optional<WorkedCase.Ruling> ruling) {}

  /// @param names the names of the cases before; this one's is added
  List<WorkedCase> read(Tree item, Set<String> names) {
    Fields fields = Fields.of(item, "the case", issues);
    Optional<Tree.Text> name = fields.needText("case");
    name.filter(text -> !names.add(text.text()))
        .ifPresent(text ->
            issues.add(
                IssueCode.DUPLICATE_KEY,
                text.place(),
                "two cases are called \"%s\"".formatted(text.text())));
    boolean nothingElse =
        fields
            .text("omitted")
            .flatMap(word ->
                scalars.word(
                    word,
                    "meaning",
                    new TreeMap<>(Map.of("nothing-happened", true, "unknown", false))))
            .orElse(false);
    List<WorkedCase.Told> incidents =
        fields.has("group") ? group(fields, nothingElse) : List.of(told(fields, nothingElse));
    Frame frame =
        new Frame(
            name.map(Tree.Text::text).orElse("?"),
            fields.text("score").filter(this::isShown).map(Tree.Text::text),
            fields.map("issuerRule").flatMap(this::ruling));
    Optional<Tree.Text> vary = fields.text("vary");
    Optional<Tree> gives = fields.needAny("gives");
    fields.end();
    if (gives.isEmpty()) {
      return List.of();
    }
    return vary.isPresent()
        ? row(frame, incidents, vary.get(), gives.get())
        : one(frame, incidents, gives.get());
  }

  private List<WorkedCase> one(Frame frame, List<WorkedCase.Told> incidents, Tree gives) {
    return grades(gives)
        .map(grades -> made(frame, frame.name(), gives.mark(), incidents, grades))
        .map(List::of)
        .orElse(List.of());
  }

  private static WorkedCase made(
      Frame frame, String name, Mark mark, List<WorkedCase.Told> incidents, List<Grade> grades) {
    return new WorkedCase(name, mark.place(), incidents, grades, frame.score(), frame.ruling());
  }

  private List<WorkedCase.Told> group(Fields fields, boolean nothingElse) {
    List<WorkedCase.Told> incidents = new ArrayList<>();
    for (Tree item : fields.list("group").orElse(List.of())) {
      Fields member = Fields.of(item, "the incident", issues);
      incidents.add(told(member, nothingElse));
      member.end();
    }
    return List.copyOf(incidents);
  }

  private WorkedCase.Told told(Fields fields, boolean nothingElse) {
    Instant aware = fields.text("aware").flatMap(this::moment).orElse(byDefault);
    return new WorkedCase.Told(aware, sheets.read(fields, nothingElse));
  }

  private Optional<Instant> moment(Tree.Text text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.text()).toInstant());
    } catch (DateTimeException wrong) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          "this is no moment in time",
          "write it with its zone, such as 2026-03-02T02:50:00Z");
      return Optional.empty();
    }
  }

  private boolean isShown(Tree.Text text) {
    return scalars.exact(text).isPresent();
  }

  private List<WorkedCase> row(
      Frame frame, List<WorkedCase.Told> incidents, Tree.Text vary, Tree gives) {
    Optional<FactKey> key = key(vary);
    if (key.isEmpty() || incidents.size() != 1) {
      if (incidents.size() != 1) {
        issues.add(IssueCode.WRONG_SHAPE, vary.place(), "`vary` does not stand beside `group`");
      }
      return List.of();
    }
    Fact fact = sheets.fact(key.get().fact()).orElseThrow();
    FactKey full = sheets.full(key.get());
    WorkedCase.Told told = incidents.getFirst();
    if (told.sheet().stated(full).isPresent()) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          vary.place(),
          "%s is varied and stated under `facts:` too".formatted(vary.text()));
    }
    List<WorkedCase> cases = new ArrayList<>();
    for (Tree.Entry entry : Fields.entries(gives, "`gives` of a row", issues).orElse(List.of())) {
      Optional<Sheet> sheet =
          ValueReader.take(fact.type(), entry.key())
              .orTell(entry.keyMark().place(), issues)
              .map(stated -> told.sheet().with(full, stated));
      Optional<List<Grade>> grades = grades(entry.value());
      if (sheet.isPresent() && grades.isPresent()) {
        String name = frame.name() + ": " + entry.key();
        List<WorkedCase.Told> varied = List.of(new WorkedCase.Told(told.aware(), sheet.get()));
        cases.add(made(frame, name, entry.value().mark(), varied, grades.get()));
      }
    }
    return cases;
  }

  private Optional<FactKey> key(Tree.Text text) {
    Optional<FactKey> key =
        FactKey.parse(text.text())
            .filter(
                found -> sheets.fact(found.fact()).filter(fact -> fact.allows(found)).isPresent());
    if (key.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_FACT,
              text.place(),
              "there is no fact " + Scalars.quoted(text.text()),
              sheets.meant(text.text())));
    }
    return key;
  }

  /// A grade, or a list of all that are possible.
  private Optional<List<Grade>> grades(Tree tree) {
    if (tree instanceof Tree.Text text) {
      return grade(text).map(List::of);
    }
    List<Grade> grades = new ArrayList<>();
    Optional<List<Tree>> items = Fields.list(tree, "what a case gives", issues);
    for (Tree item : items.orElse(List.of())) {
      Fields.text(item, "a grade", issues).flatMap(this::grade).ifPresent(grades::add);
    }
    boolean sound = items.isPresent() && grades.size() == items.get().size();
    if (sound && grades.isEmpty()) {
      issues.add(IssueCode.WRONG_SHAPE, tree.place(), "some grade is always possible");
    }
    return sound && !grades.isEmpty() ? Optional.of(List.copyOf(grades)) : Optional.empty();
  }

  private Optional<Grade> grade(Tree.Text text) {
    Levels levels = edition.levels();
    Optional<Grade> grade = levels.findGrade(text.text());
    if (grade.isEmpty()) {
      List<String> known =
          new ArrayList<>(levels.mildestFirst().stream().map(Grade.Level::name).toList());
      known.addAll(List.of("out-of-scope", "unsaid"));
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_LEVEL,
              text.place(),
              "the scale has no level " + Scalars.quoted(text.text()),
              Nearest.remedy(text.text(), known)));
    }
    return grade;
  }

  private Optional<WorkedCase.Ruling> ruling(Fields fields) {
    List<String> forms = RULINGS.stream().filter(fields::has).toList();
    Optional<WorkedCase.Ruling> ruling =
        switch (String.join(" ", forms)) {
          case "level" ->
              fields
                  .text("level")
                  .flatMap(this::grade)
                  .map(List::of)
                  .map(WorkedCase.Ruling.Possible::new);
          case "possible" ->
              fields.any("possible").flatMap(this::grades).map(WorkedCase.Ruling.Possible::new);
          case "estimate" -> keys(fields, "estimate").map(WorkedCase.Ruling.MustEstimate::new);
          case "later" -> keys(fields, "later").map(WorkedCase.Ruling.DueLater::new);
          case "refused" -> said(fields, "refused", new WorkedCase.Ruling.NotComputed());
          case "silent" -> said(fields, "silent", new WorkedCase.Ruling.Silent());
          default -> {
            issues.add(
                IssueCode.WRONG_SHAPE,
                fields.place(),
                "`issuerRule` says " + (forms.isEmpty() ? "nothing" : "several things"),
                forms.isEmpty()
                    ? fields.oneOf(RULINGS)
                    : "keep one of " + String.join(", ", forms));
            yield Optional.empty();
          }
        };
    if (!forms.isEmpty()) {
      fields.end();
    }
    return ruling;
  }

  private Optional<Set<FactKey>> keys(Fields fields, String form) {
    Set<FactKey> keys = new LinkedHashSet<>();
    for (Tree item : fields.list(form).orElse(List.of())) {
      Fields.text(item, "a fact's name", issues)
          .flatMap(this::key)
          .map(sheets::full)
          .ifPresent(keys::add);
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(keys));
  }

  private Optional<WorkedCase.Ruling> said(Fields fields, String form, WorkedCase.Ruling ruling) {
    return fields.text(form).flatMap(scalars::yesNo).filter(yes -> yes).map(_ -> ruling);
  }
}
