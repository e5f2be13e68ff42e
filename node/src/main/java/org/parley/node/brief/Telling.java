package org.parley.node.brief;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.outcome.Classification;
import org.parley.desk.brief.Brief;
import org.parley.desk.brief.Indicators;
import org.parley.desk.voice.ClassificationText;
import org.parley.desk.voice.Paint;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Words;
import org.parley.node.web.Times;
import org.parley.node.web.Visit;

/// How briefs tell moments, levels and texts, in the reader's language and zone.
record Telling(Visit visit) {

  /// How much room each section has, in characters, so that all six fit on two pages of A4.
  static final int LONG = 1_600;

  static final int MIDDLE = 1_100;
  static final int SHORT = 800;

  private static final int REASONS = 3;
  private static final int TIMES = 3;

  Words words() {
    return visit.words();
  }

  String say(String key, Object... values) {
    return words().say(key, values);
  }

  /// UTC first, then the reader's own time.
  String moment(Instant at) {
    Times times = visit.times();
    String local = times.local(at);
    return local.isEmpty() ? times.utc(at) : times.utc(at) + " (" + local + ")";
  }

  /// A text that somebody wrote, without raw indicators.
  String text(String written) {
    return Indicators.without(written, say("page.brief.indicator"));
  }

  /// The range of a scale in words, how settled it is, and the first reasons.
  String level(ScaleVoice voice, Classification classification) {
    ClassificationText text = new ClassificationText(voice, classification);
    String state = text.state();
    String reasons =
        text.reasons(REASONS).stream().map(this::text).collect(Collectors.joining("; "));
    return text.level(Paint.PLAIN)
        + (state.isEmpty() ? "" : " (" + state + ")")
        + (reasons.isEmpty() ? "" : ". " + say("page.brief.why", reasons));
  }

  Brief.Section section(String key, List<Brief.Row> rows, int room) {
    return new Brief.Section(say("page.brief." + key), rows, say("page.brief." + key + ".none"))
        .within(room, left -> new Brief.Row("", words().count("page.brief.more", left)));
  }

  /// What can be done, with no word on what should be: each with what it means.
  Brief.Section options(List<String> options) {
    List<Brief.Row> rows =
        options.stream()
            .map(option ->
                new Brief.Row(
                    say("page.brief.option." + option),
                    say("page.brief.option." + option + ".means")))
            .toList();
    return section("options", rows, LONG);
  }

  Brief.Head head(String marking) {
    return new Brief.Head(words().language(), exercise(), marking);
  }

  private Optional<String> exercise() {
    if (!visit.site().exercise()) {
      return Optional.empty();
    }
    String word = say("page.exercise.word").toUpperCase(Locale.forLanguageTag(words().language()));
    return Optional.of(String.join(" ", java.util.Collections.nCopies(TIMES, word)));
  }

  String asOf() {
    return say("page.summary.as-of") + " " + moment(visit.now());
  }
}
