package org.parley.formats.parley.scale;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Heading;
import org.parley.core.scale.Levels;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the head of a scale: name, issuer, validity, levels.
final class HeadReader {

  private static final int MOST_LEVELS = 30;

  private final Issues issues;
  private final Scalars scalars;

  HeadReader(Issues issues) {
    this.issues = issues;
    this.scalars = new Scalars(issues);
  }

  Optional<Heading> heading(Fields fields) {
    Optional<ScaleId> id = fields.needText("scale").flatMap(this::id);
    Optional<Tree.Text> edition = fields.needText("edition").filter(this::isEdition);
    Optional<Tree.Text> title = fields.needText("title");
    Optional<Tree.Text> issuer = fields.needText("issuer");
    Optional<Heading.Authority> authority =
        fields
            .needText("authority")
            .flatMap(word -> scalars.word(word, "authority", words(Heading.Authority.values())));
    Optional<Heading.Unit> unit =
        fields
            .needText("unit")
            .flatMap(word -> scalars.word(word, "unit", words(Heading.Unit.values())));
    Optional<Heading.Validity> validity = validity(fields);
    boolean complete =
        id.isPresent()
            && edition.isPresent()
            && title.isPresent()
            && issuer.isPresent()
            && authority.isPresent()
            && unit.isPresent();
    return complete
        ? validity.map(valid ->
            new Heading(
                id.get(),
                edition.get().text(),
                title.get().text(),
                issuer.get().text(),
                authority.get(),
                unit.get(),
                valid))
        : Optional.empty();
  }

  /// The constants of an enumeration by the words that files use.
  static <T extends Enum<T>> Map<String, T> words(T[] constants) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T constant : constants) {
      words.put(constant.name().toLowerCase(java.util.Locale.ROOT), constant);
    }
    return words;
  }

  private Optional<ScaleId> id(Tree.Text text) {
    Optional<ScaleId> id = ScaleId.parse(text.text());
    if (id.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          text.place(),
          Scalars.quoted(text.text()) + " cannot be the name of a scale",
          "write issuer/name in lower-case letters, digits, dots and hyphens");
    }
    return id;
  }

  private boolean isEdition(Tree.Text text) {
    if (text.text().matches("[A-Za-z0-9][A-Za-z0-9.-]{0,29}")) {
      return true;
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        text.place(),
        Scalars.quoted(text.text()) + " cannot name an edition",
        "it names a folder: letters, digits, dots and hyphens, at most 30");
    return false;
  }

  private Optional<Heading.Validity> validity(Fields fields) {
    Optional<Fields> valid = fields.needMap("valid");
    Optional<LocalDate> from = valid.flatMap(map -> map.needText("from")).flatMap(scalars::date);
    Optional<LocalDate> to = valid.flatMap(map -> map.text("to")).flatMap(scalars::date);
    valid.ifPresent(Fields::end);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      issues.add(
          IssueCode.VALIDITY,
          valid.orElseThrow().place(),
          "the edition ends before it begins",
          "`to` is the last day on which it holds");
    }
    Optional<Fields> deciding = fields.needMap("decidingDay");
    Optional<Heading.DecidingDay> day =
        deciding
            .flatMap(map -> map.needText("day"))
            .flatMap(
                word -> scalars.word(word, "deciding day", words(Heading.DecidingDay.values())));
    Optional<ZoneId> zone = deciding.flatMap(map -> map.needText("zone")).flatMap(this::zone);
    deciding.ifPresent(Fields::end);
    return from.isPresent() && day.isPresent() && zone.isPresent()
        ? Optional.of(new Heading.Validity(from.get(), to, day.get(), zone.get()))
        : Optional.empty();
  }

  private Optional<ZoneId> zone(Tree.Text text) {
    try {
      return Optional.of(ZoneId.of(text.text()));
    } catch (DateTimeException unknown) {
      issues.add(
          IssueCode.UNKNOWN_NAME,
          text.place(),
          "there is no time zone " + Scalars.quoted(text.text()),
          "write it as Europe/Madrid, or UTC");
      return Optional.empty();
    }
  }

  /// The levels, mildest first; where they are wrong, as far as they can be used.
  Levels levels(Fields fields) {
    List<String> names = new ArrayList<>();
    Optional<List<Tree>> items = fields.needList("levels");
    for (Tree item : items.orElse(List.of())) {
      Fields.text(item, "a level", issues)
          .filter(scalars::isKey)
          .filter(text -> isNew(text, names))
          .ifPresent(text -> names.add(text.text()));
    }
    if (items.isPresent() && (items.get().size() < 2 || items.get().size() > MOST_LEVELS)) {
      issues.add(
          IssueCode.SCALE_LEVELS,
          fields.place(),
          "the scale has %d levels; 2 to %d are possible"
              .formatted(items.get().size(), MOST_LEVELS),
          "name the levels, mildest first");
    }
    return Levels.of(names);
  }

  private boolean isNew(Tree.Text text, List<String> before) {
    boolean reserved = text.text().equals("out-of-scope") || text.text().equals("unsaid");
    if (reserved) {
      issues.add(
          IssueCode.SCALE_LEVELS,
          text.place(),
          "\"%s\" is an answer that every scale can give, not a level".formatted(text.text()));
    } else if (before.contains(text.text())) {
      issues.add(
          IssueCode.SCALE_LEVELS,
          text.place(),
          "the level \"%s\" stands twice".formatted(text.text()));
    }
    return !reserved && !before.contains(text.text());
  }
}
