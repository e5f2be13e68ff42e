package org.parley.formats.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.terms.Exact;

/// Reads the numbers that people write: with digits in groups, either sign before decimals,
/// exponents, and words such as "million". What can be read in two ways is told, not chosen.
final class Figures {

  /// Words for multiples, in the languages of the house, as powers of ten.
  static final Map<String, Integer> MULTIPLES = multiples();

  private static final Pattern WRITTEN =
      Pattern.compile("([-\u2212]?[0-9][0-9.,]*(?:[eE][+-]?[0-9]{1,2})?)(?:[ ]*([^0-9].*))?");
  private static final int LONGEST = 60;

  /// What a text is as a number.
  sealed interface Figure {

    /// @param rest the words after it
    record Is(Exact number, String rest) implements Figure {}

    /// @param why what else it could be
    record Unclear(String why) implements Figure {}

    record None() implements Figure {}
  }

  private final Optional<Character> decimals;
  private final Set<String> ignore;

  Figures(Optional<Character> decimals, Set<String> ignore) {
    this.decimals = decimals;
    this.ignore = ignore;
  }

  /// Reads a text as a number with words after it.
  Figure read(String text) {
    String plain =
        text.strip()
            .replaceAll("(?<=[0-9])[\u00a0\u202f\u2009 '\u2019_](?=[0-9]{3}(?![0-9]))", "")
            .replace('\u00a0', ' ');
    Matcher matcher = WRITTEN.matcher(plain);
    if (plain.length() > LONGEST || !matcher.matches()) {
      return new Figure.None();
    }
    String rest = matcher.group(2) == null ? "" : words(matcher.group(2));
    Figure digits = digits(matcher.group(1).replace('\u2212', '-'));
    return digits instanceof Figure.Is(Exact number, _) ? times(number, rest) : digits;
  }

  /// The words without those that mean nothing here.
  private String words(String rest) {
    StringBuilder kept = new StringBuilder();
    for (String word : rest.strip().split(" +", -1)) {
      if (!ignore.contains(word.toLowerCase(Locale.ROOT))) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return kept.toString();
  }

  private static Figure times(Exact number, String rest) {
    String[] words = rest.split(" ", 2);
    String first = words[0].toLowerCase(Locale.ROOT).replaceAll("[.]$", "");
    if (first.equals("billion") || first.equals("billions")) {
      return new Figure.Unclear("a billion is 10^9 in some languages and 10^12 in others");
    }
    Integer power = MULTIPLES.get(first);
    return power == null
        ? new Figure.Is(number, rest)
        : new Figure.Is(
            number.times(Exact.of(BigDecimal.TEN.pow(power))), words.length > 1 ? words[1] : "");
  }

  private Figure digits(String text) {
    if (text.matches(".*[eE].*")) {
      return text.matches("-?[0-9]+([.][0-9]+)?[eE][+-]?[0-9]{1,2}")
          ? new Figure.Is(Exact.of(new BigDecimal(text)), "")
          : new Figure.None();
    }
    int points = count(text, '.');
    int commas = count(text, ',');
    if (points == 0 && commas == 0) {
      return exact(text);
    }
    if (points > 0 && commas > 0) {
      char last = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
      return grouped(text, last == '.' ? ',' : '.', Optional.of(last));
    }
    char sign = points > 0 ? '.' : ',';
    if (points + commas > 1) {
      return grouped(text, sign, Optional.empty());
    }
    return single(text, sign);
  }

  /// One sign that may stand before decimals or between groups.
  private Figure single(String text, char sign) {
    int at = text.indexOf(sign);
    String before = text.substring(0, at).replace("-", "");
    String after = text.substring(at + 1);
    if (decimals.isPresent()) {
      return decimals.get() == sign
          ? grouped(text, ' ', Optional.of(sign))
          : grouped(text, sign, Optional.empty());
    }
    boolean group = after.length() == 3 && before.length() <= 3 && !before.equals("0");
    return group
        ? new Figure.Unclear(
            "\"" + text + "\" is " + before + after + ", or " + before + " and a fraction")
        : grouped(text, ' ', Optional.of(sign));
  }

  private static Figure grouped(String text, char group, Optional<Character> decimal) {
    int end = decimal.map(sign -> text.lastIndexOf(sign)).orElse(text.length());
    String whole = text.substring(0, end);
    String fraction = decimal.isPresent() ? text.substring(end + 1) : "";
    String groups = Pattern.quote(String.valueOf(group));
    boolean wellGrouped =
        whole.indexOf(group) < 0
            ? whole.matches("-?[0-9]+")
            : whole.matches("-?[0-9]{1,3}(" + groups + "[0-9]{3})+");
    if (!wellGrouped || !fraction.matches("[0-9]*") || decimal.isPresent() && fraction.isEmpty()) {
      return new Figure.None();
    }
    String digits = whole.replace(String.valueOf(group), "");
    return exact(fraction.isEmpty() ? digits : digits + "." + fraction);
  }

  private static Figure exact(String text) {
    return Exact.parse(text)
        .<Figure>map(number -> new Figure.Is(number, ""))
        .orElseGet(Figure.None::new);
  }

  private static int count(String text, char sign) {
    return (int) text.chars().filter(one -> one == sign).count();
  }

  private static Map<String, Integer> multiples() {
    Map<String, Integer> words = new HashMap<>();
    for (String word : "k thousand tausend tsd mille mila mil тыс тысяч".split(" ", -1)) {
      words.put(word, 3);
    }
    for (String word :
        "million millions mln mio millionen millón millones milione milioni млн миллионов"
            .split(" ", -1)) {
      words.put(word, 6);
    }
    return Map.copyOf(words);
  }
}
