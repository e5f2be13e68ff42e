package org.parley.formats.veris;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads stretches of time that VERIS writes as a unit and a value, either of which may be missing.
final class Spans {

  /// A stretch of time known in part, in whole seconds.
  ///
  /// @param least at least so long
  /// @param most at most so long; empty where nothing is said
  record Span(long least, OptionalLong most) {

    /// So many of a unit that itself has from `least` to `most` seconds.
    static Span of(Exact count, long least, long most) {
      return new Span(
          count.times(Exact.of(least)).floor().longValueExact(),
          OptionalLong.of(count.times(Exact.of(most)).ceiling().longValueExact()));
    }

    Span plus(Span other) {
      return new Span(
          least + other.least,
          most.isPresent() && other.most.isPresent()
              ? OptionalLong.of(most.getAsLong() + other.most.getAsLong())
              : OptionalLong.empty());
    }
  }

  /// @param least the shortest that one unit can be, in seconds
  /// @param most the longest that one unit can be
  /// @param alone what the unit means without a value
  private record Unit(long least, long most, Span alone) {}

  private static final Exact LARGEST = Exact.of(100_000);

  private final Map<String, Unit> units = new HashMap<>();
  private final Set<String> silent = Set.of("unknown", "na", "other");
  private final Set<String> never;

  Spans(Fields time, Facts facts) {
    never = Set.copyOf(facts.words(time, "never"));
    for (Tree.Entry entry : time.needNamed("units").orElse(List.of())) {
      Fields unit = Fields.of(entry.value(), "the unit " + entry.key(), facts.issues());
      Optional<Fields> alone = unit.needMap("alone");
      Span span =
          new Span(
              alone.map(one -> seconds(one, "from", facts)).orElse(0L),
              OptionalLong.of(alone.map(one -> seconds(one, "to", facts)).orElse(0L)));
      alone.ifPresent(Fields::end);
      units.put(
          RecordView.key(entry.key()),
          new Unit(seconds(unit, "least", facts), seconds(unit, "most", facts), span));
      unit.end();
    }
  }

  static long seconds(Fields fields, String key, Facts facts) {
    Optional<Tree.Text> text = fields.needText(key);
    try {
      return text.map(one -> Duration.parse(one.text()).toSeconds()).orElse(0L);
    } catch (DateTimeParseException wrong) {
      facts
          .issues()
          .add(
              IssueCode.WRONG_TYPE,
              text.orElseThrow().place(),
              "\"" + text.orElseThrow().text() + "\" is no duration",
              "write PT24H or P3D");
      return 0;
    }
  }

  /// What the span under a section is, with the values it was read from; empty where nothing is
  /// said, which the report then tells unless the source says so itself.
  Optional<Span> read(RecordView record, String section, List<Leaf> from) {
    Optional<Leaf> unit = record.one(section + ".unit");
    Optional<Leaf> value = record.one(section + ".value");
    if (unit.isEmpty()) {
      value.ifPresent(leaf ->
          record.note(
              IssueCode.NOT_UNDERSTOOD,
              leaf,
              leaf.path() + " " + RecordView.shown(leaf) + " has no unit"));
      return Optional.empty();
    }
    from.add(unit.get());
    value.ifPresent(from::add);
    Unit known = units.get(unit.get().word());
    if (known == null) {
      tellSilent(record, unit.get(), value);
      return Optional.empty();
    }
    Optional<Exact> count =
        value.flatMap(Leaf::number).filter(one -> one.signum() > 0 && !one.isAbove(LARGEST));
    if (value.isPresent() && count.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          value.get(),
          value.get().path()
              + " "
              + RecordView.shown(value.get())
              + " counts no units; only the unit is read");
    }
    return Optional.of(
        count.map(one -> Span.of(one, known.least(), known.most())).orElse(known.alone()));
  }

  private void tellSilent(RecordView record, Leaf unit, Optional<Leaf> value) {
    String said = unit.path() + " " + RecordView.shown(unit);
    if (!silent.contains(unit.word()) && !never.contains(unit.word())) {
      record.note(
          IssueCode.NOT_UNDERSTOOD, unit, said + " is no unit of VERIS; the span stays unknown");
    } else {
      record.note(IssueCode.KEPT_AS_IS, unit, said + ": the source itself gives no span");
    }
    value.ifPresent(leaf ->
        record.note(
            IssueCode.AMBIGUOUS,
            leaf,
            leaf.path() + " " + RecordView.shown(leaf) + " stands beside a unit that is none"));
  }
}
