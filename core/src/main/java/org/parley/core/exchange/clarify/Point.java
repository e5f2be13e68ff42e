package org.parley.core.exchange.clarify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing that is asked, or that was agreed to follow: it can be answered by itself.
///
/// @param number from 1, in the order of the statement
/// @param said what it says, with its translations
public record Point(int number, Kind kind, Part said) {

  public String text() {
    return said.text();
  }

  /// What kind of thing it is.
  public enum Kind {
    QUESTION,
    MATTER,
    /// Whether somebody helps both sides to talk.
    FACILITATOR,
    /// What a record says is to follow.
    MEASURE
  }

  /// The points of a statement, those of a request for consultation ending with its facilitator.
  static List<Point> of(Spoken spoken) {
    List<Point> points = new ArrayList<>();
    add(points, Kind.QUESTION, spoken.parts("questions"));
    add(points, Kind.MATTER, spoken.parts("matters"));
    add(points, Kind.FACILITATOR, spoken.parts("facilitator"));
    add(points, Kind.MEASURE, spoken.parts("measures"));
    return List.copyOf(points);
  }

  private static void add(List<Point> points, Kind kind, List<Part> parts) {
    for (Part part : parts) {
      points.add(new Point(points.size() + 1, kind, part));
    }
  }

  /// What a reply says to each point. A line that names no point is for the one in its own place;
  /// what fits no point stands under the number that is left.
  static SortedMap<Integer, Word> words(Spoken reply) {
    SortedMap<Integer, Word> words = new TreeMap<>();
    int place = 0;
    for (String line : reply.texts("answers")) {
      place++;
      words.merge(
          Word.point(line).orElse(place), Word.of(line), (one, other) -> joined(one, other));
    }
    return words;
  }

  /// The same words in the other languages in which the reply gives them.
  static SortedMap<Integer, Part> parts(Spoken reply) {
    SortedMap<Integer, Part> parts = new TreeMap<>();
    int place = 0;
    for (Part line : reply.parts("answers")) {
      place++;
      parts.merge(
          Word.point(line.text()).orElse(place),
          line.each(text -> Word.of(text).text()),
          Part::and);
    }
    return parts;
  }

  private static Word joined(Word one, Word other) {
    return switch (one) {
      case Word.Answered(String text) -> new Word.Answered(text + "\n" + other.text());
      case Word.Unanswered(var reason, String text) ->
          new Word.Unanswered(reason, text + "\n" + other.text());
    };
  }
}
