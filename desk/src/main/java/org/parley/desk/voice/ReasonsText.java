package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Trace;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Tells the reasons for a result: what held, what stayed open, what each criterion gave, with the
/// articles.
///
/// Of conditions joined by "any" only the parts are told that hold or are open; of a condition that
/// fails, only that it fails.
final class ReasonsText {

  private final ScaleVoice voice;
  private final Page page;
  private final Trace trace;

  ReasonsText(ScaleVoice voice, Page page, Trace trace) {
    this.voice = voice;
    this.page = page;
    this.trace = trace;
  }

  void tell(int indent) {
    tell(trace.steps(), indent);
  }

  private void tell(Step step, int indent) {
    switch (step) {
      case Step.Gave gave -> gave(gave, indent);
      case Step.Scored scored -> scored(List.of(scored), indent);
      case Step.Looked looked -> looked(looked, indent);
    }
  }

  private void gave(Step.Gave gave, int indent) {
    String place = gave.place();
    boolean silent = gave.possible().isEmpty();
    if (place.startsWith("dimension ")) {
      String name = voice.phrases().dimension(place.substring("dimension ".length()));
      page.paragraph(
          indent,
          4,
          page.paint().strong(name) + ": " + voice.grades(gave.possible(), page.paint()));
      parts(gave, indent + 2);
    } else if (place.startsWith("row ") || place.startsWith("floor ") || place.startsWith("set ")) {
      if (!silent) {
        row(gave, indent);
      }
    } else if (place.equals("scope") && gave.possible().isEmpty()) {
      parts(gave, indent);
    } else {
      parts(gave, indent);
    }
  }

  private void row(Step.Gave gave, int indent) {
    String prefix =
        gave.place().startsWith("floor ")
            ? voice.words().say("why.raised-to", voice.phrases().grades(gave.possible()))
            : voice.grades(gave.possible(), page.paint());
    page.paragraph(indent, 4, prefix + ":");
    gave.parts().forEach(part -> tell(part, indent + 2));
  }

  private void parts(Step.Gave gave, int indent) {
    List<Step.Scored> scored = new ArrayList<>();
    for (Step part : gave.parts()) {
      if (part instanceof Step.Scored each) {
        scored.add(each);
      } else {
        tell(part, indent);
        if (decides(part)) {
          break;
        }
      }
    }
    if (!scored.isEmpty()) {
      scored(scored, indent);
    }
    if (gave.score().isPresent() && !scored.isEmpty()) {
      page.line(
          indent,
          voice
              .words()
              .say(
                  "line.labelled",
                  voice.words().say("heading.score"),
                  range(gave.score().get(), 2)));
    }
  }

  /// A row that holds decides its ladder; milder rows bear on nothing.
  private static boolean decides(Step row) {
    return row instanceof Step.Gave gave
        && gave.place().startsWith("row ")
        && gave.parts().getFirst() instanceof Step.Looked looked
        && looked.truth() == Truth.HOLDS;
  }

  private void scored(List<Step.Scored> all, int indent) {
    boolean weighted = all.stream().anyMatch(each -> !each.criterion().weight().equals(Exact.ONE));
    List<List<String>> rows = new ArrayList<>();
    for (Step.Scored each : all) {
      List<String> row = new ArrayList<>();
      row.add(voice.phrases().criterion(each.criterion().name()));
      row.add(range(each.scores(), -1) + (weighted ? " × " + each.criterion().weight() : ""));
      row.add(options(each) + cite(each.criterion().cite()));
      rows.add(row);
    }
    page.table(indent, rows);
    for (Step.Scored each : all) {
      each.parts().stream()
          .map(Step.Looked.class::cast)
          .filter(looked -> looked.truth() != Truth.FAILS)
          .forEach(looked -> looked(looked, indent + 2));
    }
  }

  private String options(Step.Scored scored) {
    if (scored.criterion().body() instanceof Criterion.Sum) {
      return "";
    }
    List<String> names = scored.options().stream().map(name -> optionName(scored, name)).toList();
    return names.size() == 1
        ? names.getFirst()
        : voice.words().say("value.one-of", String.join(", ", names));
  }

  private String optionName(Step.Scored scored, String name) {
    return switch (scored.criterion().body()) {
      case Criterion.ByOption(var key, var options) -> factOption(key, options, name);
      case Criterion.GravestOf(var key, var options, _) -> factOption(key, options, name);
      case Criterion.ByCondition _, Criterion.Sum _ ->
          voice.labels().first(List.of("options." + scored.criterion().name() + "." + name, name));
    };
  }

  private String factOption(
      org.parley.core.fact.FactKey key, List<Criterion.Option> options, String name) {
    for (int place = 0; place < options.size(); place++) {
      if (options.get(place).name().equals(name)) {
        return voice.values().option(key, place);
      }
    }
    return name.equals("empty") ? voice.words().say("value.none") : Labels.readable(name);
  }

  private String range(Step.Range range, int decimals) {
    String low = decimals < 0 ? range.low().toString() : range.low().shown(decimals);
    String high = decimals < 0 ? range.high().toString() : range.high().shown(decimals);
    return range.isOne() ? low : low + "–" + high;
  }

  private void looked(Step.Looked looked, int indent) {
    Condition condition = looked.condition();
    boolean labelled = condition.notes().label().isPresent();
    String text =
        sign(looked.truth())
            + " "
            + voice.phrases().condition(condition)
            + seen(looked)
            + cite(condition.notes().cite());
    boolean passThrough = condition instanceof Condition.Named && !labelled;
    if (!passThrough) {
      page.paragraph(indent, 2, text);
    }
    int inner = passThrough ? indent : indent + 2;
    for (Step part : looked.parts()) {
      Step.Looked each = (Step.Looked) part;
      if (isTold(looked, each)) {
        looked(each, inner);
      }
    }
  }

  /// A part is told if it helped to decide: parts that hold where the whole holds, parts that fail
  /// where it fails, and all that are open.
  private boolean isTold(Step.Looked whole, Step.Looked part) {
    if (part.truth() == Truth.OPEN || whole.condition() instanceof Condition.Named) {
      return true;
    }
    Truth telling =
        whole.condition() instanceof Condition.NoneOf ? part.truth().negated() : part.truth();
    return telling == whole.truth() && (whole.truth() != Truth.FAILS || whole.parts().size() <= 3);
  }

  private static String sign(Truth truth) {
    return switch (truth) {
      case HOLDS -> "✓";
      case FAILS -> "✗";
      case OPEN -> "?";
    };
  }

  private String seen(Step.Looked looked) {
    Values values = voice.values();
    List<FactKey> facts = looked.facts();
    if (facts.isEmpty()) {
      return "";
    }
    List<String> parts =
        facts.stream()
            .map(key ->
                (facts.size() > 1 ? values.name(key) + " " : "")
                    + values.statedAll(key, trace.seen(key, values.fact(key))))
            .toList();
    return page.paint().faint("  — " + String.join(", ", parts));
  }

  private String cite(Optional<Citation> cite) {
    return cite.map(each -> page.paint().faint("  [" + each + "]")).orElse("");
  }
}
