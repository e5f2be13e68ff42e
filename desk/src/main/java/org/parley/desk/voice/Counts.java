package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.scale.Grade;

/// Counts of many results by type, scale and level, in bounded memory, told as a page.
public final class Counts {

  /// More types than this are summed up: a list that nobody reads helps nobody.
  private static final int MOST_TYPES = 20;

  private final Map<String, Long> types = new LinkedHashMap<>();
  private final Map<String, OfScale> scales = new LinkedHashMap<>();
  private long incidents;

  /// What was counted of one scale.
  private static final class OfScale {
    private final ScaleVoice voice;
    private final Map<List<Grade>, Long> byGrades = new LinkedHashMap<>();

    OfScale(ScaleVoice voice) {
      this.voice = voice;
    }
  }

  public void incident(List<String> typeNames) {
    incidents++;
    typeNames.forEach(name -> types.merge(name, 1L, Long::sum));
  }

  /// @param possible the possible grades of one incident on the scale
  public void grades(ScaleVoice voice, List<Grade> possible) {
    scales
        .computeIfAbsent(voice.edition().heading().quoted(), _ -> new OfScale(voice))
        .byGrades
        .merge(List.copyOf(possible), 1L, Long::sum);
  }

  public void tell(Page page, Words words) {
    page.heading(words.say("heading.summary") + ": " + words.count("incident", incidents));
    page.heading(words.say("summary.by-type"));
    List<Map.Entry<String, Long>> sorted =
        types.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    List<List<String>> rows = new ArrayList<>();
    sorted.stream()
        .limit(MOST_TYPES)
        .forEach(each -> rows.add(row(each.getValue(), each.getKey())));
    page.table(2, rows.isEmpty() ? List.of(List.of(words.say("value.none"))) : rows);
    if (sorted.size() > MOST_TYPES) {
      page.line("  + " + (sorted.size() - MOST_TYPES));
    }
    scales.values().forEach(each -> scale(page, words, each));
  }

  private void scale(Page page, Words words, OfScale counted) {
    page.heading(counted.voice.edition().heading().quoted() + "  " + counted.voice.title());
    List<List<String>> rows = new ArrayList<>();
    counted.byGrades.entrySet().stream()
        .sorted((one, other) -> order(one.getKey(), other.getKey()))
        .forEach(each ->
            rows.add(
                List.of(
                    number(each.getValue()),
                    share(each.getValue()),
                    counted.voice.bar(each.getKey(), page.paint()),
                    counted.voice.grades(each.getKey(), page.paint())
                        + (each.getKey().isEmpty() ? words.say("outcome.refused") : ""))));
    page.table(2, rows);
  }

  /// Settled before bounded, graver before milder, the answers that are no level last.
  private static int order(List<Grade> one, List<Grade> other) {
    int bySize = Integer.compare(one.size(), other.size());
    return bySize != 0 ? bySize : Integer.compare(weight(other), weight(one));
  }

  private static int weight(List<Grade> grades) {
    return grades.isEmpty() || !(grades.getLast() instanceof Grade.Level(int rank, _)) ? -1 : rank;
  }

  private List<String> row(long count, String name) {
    return List.of(number(count), share(count), name);
  }

  private static String number(long count) {
    return String.format(java.util.Locale.ROOT, "%8d", count);
  }

  private String share(long count) {
    return String.format(
        java.util.Locale.ROOT, "%3d %%", Math.round(100.0 * count / Math.max(1, incidents)));
  }
}
