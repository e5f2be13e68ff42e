package org.parley.desk.calculator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;

/// All that a calculation rests on, as the query of an address: editions with the beginning of
/// their digest, the deciding day and the answers. Whoever opens it sees the same result, or is
/// told that the edition here has another text.
public final class Permalink {

  private static final String SCALE = "scale";
  private static final String DAY = "day";
  private static final String REST = "rest";
  private static final String NOTHING = "nothing";
  private static final String ANSWER = "a.";
  private static final int DIGEST_DIGITS = 16;

  private Permalink() {}

  /// @param editions what was chosen
  /// @param day the deciding day
  public record Opened(List<ScaleEdition> editions, LocalDate day, Answers answers) {}

  public static String query(List<ScaleEdition> editions, LocalDate day, Answers answers) {
    List<String> parts = new ArrayList<>();
    for (ScaleEdition edition : editions) {
      parts.add(part(SCALE, name(edition)));
    }
    parts.add(part(DAY, day.toString()));
    controls(answers).forEach((name, value) -> parts.add(part(name, value)));
    return String.join("&", parts);
  }

  /// An edition with the beginning of its digest: `uk/ncsc@2018-04:0123456789abcdef`.
  public static String name(ScaleEdition edition) {
    return edition.heading().quoted() + ":" + edition.digest().hex().substring(0, DIGEST_DIGITS);
  }

  /// The answers by the names that a query gives them.
  public static SequencedMap<String, String> controls(Answers answers) {
    SequencedMap<String, String> controls = new LinkedHashMap<>();
    answers.texts().forEach((key, text) -> controls.put(ANSWER + key, text));
    if (answers.nothingElse()) {
      controls.put(REST, NOTHING);
    }
    return controls;
  }

  private static String part(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("%2F", "/")
        .replace("%3A", ":")
        .replace("%40", "@")
        .replace("%2C", ",");
  }

  /// @param today the deciding day where none is named
  public static Checked<Opened> open(
      Map<String, List<String>> parameters, Library library, LocalDate today) {
    Issues issues = new Issues();
    List<ScaleEdition> editions = new ArrayList<>();
    for (String name : parameters.getOrDefault(SCALE, List.of())) {
      edition(name, library, issues)
          .filter(each -> !editions.contains(each))
          .ifPresent(editions::add);
    }
    LocalDate day = first(parameters, DAY).flatMap(text -> day(text, issues)).orElse(today);
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      if (name.startsWith(ANSWER) && !values.isEmpty() && !values.getFirst().isBlank()) {
        texts.put(name.substring(ANSWER.length()), values.getFirst());
      }
    });
    boolean nothingElse = first(parameters, REST).filter(NOTHING::equals).isPresent();
    return issues.hasErrors()
        ? new Checked.Refused<>(issues.list())
        : new Checked.Sound<>(
            new Opened(editions, day, new Answers(texts, nothingElse)), issues.list());
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(each -> !each.isBlank())
        .findFirst();
  }

  private static Optional<LocalDate> day(String text, Issues issues) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1990 && day.getYear() <= 2199) {
        return Optional.of(day);
      }
    } catch (DateTimeException wrong) {
      // told below, as a day out of bounds is
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        Place.of(DAY),
        "\"%s\" is no day between 1990 and 2199".formatted(text),
        "write it as 2026-03-02");
    return Optional.empty();
  }

  /// `us/cisa-nciss@2023-01:0123456789abcdef`; without edition the newest, without digest as it is.
  private static Optional<ScaleEdition> edition(String name, Library library, Issues issues) {
    int colon = name.lastIndexOf(':');
    String quoted = colon < 0 ? name : name.substring(0, colon);
    int at = quoted.indexOf('@');
    Optional<EditionName> found =
        ScaleId.parse(at < 0 ? quoted : quoted.substring(0, at)).stream()
            .flatMap(id -> library.editions(id).stream())
            .filter(each -> at < 0 || each.edition().equals(quoted.substring(at + 1)))
            .reduce((_, last) -> last);
    if (found.isEmpty()) {
      issues.add(
          IssueCode.LIBRARY_ENTRY_MISSING,
          Place.of(SCALE),
          "there is no scale \"%s\" here".formatted(quoted),
          "choose one of the scales listed");
      return Optional.empty();
    }
    return switch (library.edition(found.get())) {
      case Checked.Refused<ScaleEdition>(var reasons) -> {
        reasons.forEach(issues::add);
        yield Optional.empty();
      }
      case Checked.Sound<ScaleEdition>(ScaleEdition edition, _) ->
          sameText(edition, colon < 0 ? "" : name.substring(colon + 1), issues);
    };
  }

  private static Optional<ScaleEdition> sameText(
      ScaleEdition edition, String digest, Issues issues) {
    if (edition.digest().hex().startsWith(digest)) {
      return Optional.of(edition);
    }
    issues.add(
        IssueCode.EDITION_DIFFERS,
        Place.of(SCALE),
        "the link was made with another text of %s".formatted(edition.heading().quoted()),
        "ask whoever made the link for the edition, or choose the scale anew");
    return Optional.empty();
  }
}
