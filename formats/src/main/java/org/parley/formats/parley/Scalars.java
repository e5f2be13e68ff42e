package org.parley.formats.parley;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads scalars of Parley's own files: keys, words, numbers, dates.
public final class Scalars {

  private static final String KEY = "[a-z0-9][A-Za-z0-9-]{0,59}";

  /// In their order, so that a problem lists them the same way every time.
  private static final Map<String, Certainty> CERTAINTIES = certainties();

  private final Issues issues;

  public Scalars(Issues issues) {
    this.issues = issues;
  }

  /// One of a few words.
  ///
  /// @param what what the word names, for the problem: `policy`
  /// @param known in the order in which a problem lists them: not a `Map.of`, whose order changes
  public <T> Optional<T> word(Tree.Text text, String what, Map<String, T> known) {
    Optional<T> found = Optional.ofNullable(known.get(text.text()));
    if (found.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_OPTION,
              text.place(),
              "there is no %s %s".formatted(what, quoted(text.text())),
              Nearest.remedy(text.text(), known.keySet())));
    }
    return found;
  }

  /// How sure a figure or a source is.
  public Optional<Certainty> certainty(Tree.Text text) {
    return word(text, "certainty", CERTAINTIES);
  }

  private static Map<String, Certainty> certainties() {
    Map<String, Certainty> words = new LinkedHashMap<>();
    for (Certainty certainty : Certainty.values()) {
      words.put(certainty.word(), certainty);
    }
    return words;
  }

  /// Yes or no.
  public Optional<Boolean> yesNo(Tree.Text text) {
    return switch (text.text()) {
      case "yes", "true" -> Optional.of(true);
      case "no", "false" -> Optional.of(false);
      default -> {
        issues.add(
            IssueCode.WRONG_TYPE,
            text.place(),
            quoted(text.text()) + " is neither yes nor no",
            "write yes or no");
        yield Optional.empty();
      }
    };
  }

  /// An exact decimal.
  public Optional<Exact> exact(Tree.Text text) {
    Optional<Exact> number = Exact.parse(text.text());
    if (number.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          quoted(text.text()) + " is no number",
          "write digits, and a point before decimals, such as \"0.50\"");
    }
    return number;
  }

  /// A whole number within two ends.
  public Optional<Integer> whole(Tree.Text text, int least, int most) {
    Optional<Integer> number =
        text.text().matches("\\d{1,9}")
            ? Optional.of(Integer.parseInt(text.text())).filter(n -> n >= least && n <= most)
            : Optional.empty();
    if (number.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          "%s is no whole number from %d to %d".formatted(quoted(text.text()), least, most));
    }
    return number;
  }

  public Optional<LocalDate> date(Tree.Text text) {
    try {
      return Optional.of(LocalDate.parse(text.text()));
    } catch (DateTimeException wrong) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          quoted(text.text()) + " is no date",
          "write it as 2025-01-17");
      return Optional.empty();
    }
  }

  /// Whether the text can be a key that an author chooses; if not, that is told.
  public boolean isKey(Tree.Text text) {
    return isKey(text.text(), text);
  }

  /// Whether the key of an entry can be one that an author chooses.
  public boolean isKey(Tree.Entry entry) {
    return isKey(entry.key(), new Tree.Text(entry.key(), Tree.Kind.PLAIN, entry.keyMark()));
  }

  private boolean isKey(String key, Tree at) {
    if (key.matches(KEY)) {
      return true;
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        at.place(),
        quoted(key) + " cannot be a key",
        "begin with a small letter or a digit, then letters, digits and hyphens, at most 60");
    return false;
  }

  /// The text in quotes, cut where it is long.
  public static String quoted(String text) {
    return text.length() > 60 ? "\"" + text.substring(0, 60) + "…\"" : "\"" + text + "\"";
  }
}
