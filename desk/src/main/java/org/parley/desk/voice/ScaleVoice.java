package org.parley.desk.voice;

import java.util.List;
import java.util.stream.Stream;
import org.parley.core.fact.Catalogue;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;

/// One edition as it speaks to people in one language.
public record ScaleVoice(
    ScaleEdition edition, Labels labels, Words words, Values values, Phrases phrases) {

  /// @param facts labels of the fact catalogue
  /// @param scale labels of the edition
  public static ScaleVoice of(
      ScaleEdition edition, Catalogue catalogue, Words words, Labels facts, Labels scale) {
    Catalogue own = catalogue.with(edition.vocabulary().judgements().values());
    Values values = new Values(words, facts, scale, own);
    return new ScaleVoice(edition, scale, words, values, new Phrases(words, scale, values));
  }

  public String title() {
    return labels.find("title").orElse(edition.heading().title());
  }

  /// One sign for each level, mildest first: full where it is possible.
  public String bar(List<Grade> possible, Paint paint) {
    StringBuilder bar = new StringBuilder();
    for (Grade.Level level : edition.levels().mildestFirst()) {
      bar.append(
          possible.contains(level)
              ? paint.level("●", level.rank(), edition.levels().count())
              : paint.faint("○"));
    }
    return bar.toString();
  }

  /// The possible grades in words, each level in its colour; a run of three or more neighbours as
  /// `first … last`.
  public String grades(List<Grade> possible, Paint paint) {
    List<Grade.Level> levels =
        possible.stream()
            .filter(Grade.Level.class::isInstance)
            .map(Grade.Level.class::cast)
            .toList();
    boolean run =
        levels.size() > 2
            && levels.getLast().rank() - levels.getFirst().rank() == levels.size() - 1;
    List<String> parts = new java.util.ArrayList<>();
    if (run) {
      parts.add(grade(levels.getFirst(), paint) + " … " + grade(levels.getLast(), paint));
    } else {
      levels.forEach(level -> parts.add(grade(level, paint)));
    }
    possible.stream()
        .filter(each -> !(each instanceof Grade.Level))
        .forEach(each -> parts.add(grade(each, paint)));
    return String.join(" · ", parts);
  }

  /// A grade by the word it has in files and results; a word that the edition does not know stays
  /// as it is.
  public String grade(String word) {
    return edition.levels().mildestFirst().stream()
        .map(Grade.class::cast)
        .filter(grade -> grade.word().equals(word))
        .findFirst()
        .or(() ->
            Stream.of(Grade.OUT_OF_SCOPE, Grade.UNSAID)
                .filter(grade -> grade.word().equals(word))
                .findFirst())
        .map(phrases::grade)
        .orElse(word);
  }

  public String grade(Grade grade, Paint paint) {
    String name = phrases.grade(grade);
    return grade instanceof Grade.Level(int rank, _)
        ? paint.level(name, rank, edition.levels().count())
        : name;
  }
}
