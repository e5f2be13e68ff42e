package org.parley.node.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.view.Folded;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.duties.port.Cases;

/// What a program asks a list of incidents for. Unlike pages, which leave out what they do not
/// understand, it is told: a program would take the wrong list for the right one.
record ListQuestion(Cases.Filter filter, Cases.Page page, String question) {

  static final int USUAL = 50;
  static final int MOST = 200;

  private static final int LONGEST_TEXT = 200;
  private static final Set<String> KNOWN =
      Set.of("q", "stage", "level", "order", "limit", "cursor");

  static Checked<ListQuestion> read(Map<String, List<String>> said) {
    return new Reading(said).read();
  }

  /// Where the next page begins.
  String after(Cases.Place place) {
    return Cursor.of(place, question);
  }

  /// One reading of an address.
  private record Reading(Map<String, List<String>> said, List<Issue> issues) {

    Reading(Map<String, List<String>> said) {
      this(said, new ArrayList<>());
    }

    Checked<ListQuestion> read() {
      said.keySet().stream()
          .filter(name -> !KNOWN.contains(name))
          .sorted()
          .forEach(name -> wrong(name, IssueCode.UNKNOWN_KEY, "there is no such parameter"));
      String text = first("q").strip();
      if (text.length() > LONGEST_TEXT) {
        wrong("q", IssueCode.WRONG_TYPE, "it has more than 200 characters");
      }
      Set<Stage> stages = stages();
      Optional<Integer> level = number("level", 0, 99);
      Cases.Order order = order();
      int limit = number("limit", 1, MOST).orElse(USUAL);
      String question = question(text, stages, level, order);
      Optional<Cases.Place> after = after(question);
      return issues.isEmpty()
          ? new Checked.Sound<>(
              new ListQuestion(
                  new Cases.Filter(stages, Folded.of(text), level, Optional.empty()),
                  new Cases.Page(order, after, limit),
                  question),
              List.of())
          : new Checked.Refused<>(issues);
    }

    private Set<Stage> stages() {
      Set<Stage> stages = EnumSet.noneOf(Stage.class);
      for (String word : said.getOrDefault("stage", List.of())) {
        Stage.parse(word)
            .ifPresentOrElse(
                stages::add,
                () -> wrong("stage", IssueCode.UNKNOWN_OPTION, "there is no such stage"));
      }
      return stages.isEmpty() ? EnumSet.allOf(Stage.class) : stages;
    }

    private Cases.Order order() {
      String word = first("order");
      for (Cases.Order order : Cases.Order.values()) {
        if (order.name().toLowerCase(Locale.ROOT).equals(word)) {
          return order;
        }
      }
      if (!word.isEmpty()) {
        wrong("order", IssueCode.UNKNOWN_OPTION, "it is number, changed, due or gravest");
      }
      return Cases.Order.NUMBER;
    }

    private Optional<Integer> number(String name, int least, int most) {
      String text = first(name);
      Optional<Integer> number =
          Optional.of(text)
              .filter(word -> word.matches("[0-9]{1,4}"))
              .map(Integer::valueOf)
              .filter(each -> each >= least && each <= most);
      if (!text.isEmpty() && number.isEmpty()) {
        wrong(name, IssueCode.WRONG_TYPE, "it is a number from " + least + " to " + most);
      }
      return number;
    }

    private Optional<Cases.Place> after(String question) {
      String cursor = first("cursor");
      Optional<Cases.Place> place = Cursor.read(cursor, question);
      if (!cursor.isEmpty() && place.isEmpty()) {
        wrong(
            "cursor",
            IssueCode.CURSOR_UNREADABLE,
            "this is no cursor that a list asked for in the same words has given");
      }
      return place;
    }

    private static String question(
        String text, Set<Stage> stages, Optional<Integer> level, Cases.Order order) {
      Set<Stage> sorted = new TreeSet<>(stages);
      return String.join("\n", Folded.of(text), sorted.toString(), level.toString(), order.name());
    }

    private String first(String name) {
      List<String> values = said.getOrDefault(name, List.of());
      return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
    }

    private void wrong(String name, IssueCode code, String message) {
      issues.add(new Issue(code, Place.of(name), message, Optional.empty()));
    }
  }
}
