package org.parley.node.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.desk.voice.Words;
import org.parley.node.web.Problem;
import org.springframework.util.MultiValueMap;

/// One form as it was filled in: what stands in its fields, and what cannot be taken. What was
/// typed is shown again as it was.
public final class Filled {

  /// Takes the place of a problem's reader words where the catalogue has none.
  private static final String REFUSED = "page.refused.";

  private final Words words;
  private final Map<String, List<String>> fields = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  public Filled(Words words, MultiValueMap<String, String> parameters) {
    this.words = words;
    parameters.forEach((name, values) -> fields.put(name, List.copyOf(values)));
  }

  private Filled(Words words) {
    this.words = words;
  }

  /// A form that nobody has filled yet.
  public static Filled blank(Words words) {
    return new Filled(words);
  }

  public boolean isBlank() {
    return fields.isEmpty();
  }

  /// What was typed, line ends as Unix has them; empty where nothing was.
  public String text(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty()
        ? ""
        : values.getFirst().replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  public Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /// What was typed, or what stands there otherwise where the form is still blank.
  public String or(String name, String otherwise) {
    return isBlank() ? otherwise : text(name);
  }

  /// Whether a box is ticked, or was before where the form is still blank.
  public boolean ticked(String name, boolean otherwise) {
    return isBlank() ? otherwise : fields.containsKey(name);
  }

  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /// A day such as 2026-11-22; what is none is told.
  public Optional<LocalDate> day(String name) {
    try {
      return maybe(name).map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      wrong(name, "page.refused.day-unfit");
      return Optional.empty();
    }
  }

  public void put(String name, String text) {
    fields.put(name, List.of(text));
  }

  /// Tells that something in a field cannot be taken.
  public void wrong(String field, String key) {
    problems.add(new Problem(field, words.say(key), ""));
  }

  /// Tells problems of the catalogue, in the reader's language where the words know them; their
  /// place is the name of a field.
  public void tell(List<Issue> issues) {
    for (Issue issue : issues) {
      if (issue.isError()) {
        problems.add(
            new Problem(issue.place().document(), says(words, issue), issue.code().label()));
      }
    }
  }

  /// A problem in the reader's language where the words know it, else in the words it brings.
  public static String says(Words words, Issue issue) {
    String key = REFUSED + issue.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return words.knows(key) ? words.say(key) : Problem.of("", issue).says();
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public Optional<Problem> at(String field) {
    return Problem.at(problems, field);
  }
}
