package org.parley.formats.parley.fact;

import static org.parley.core.issue.IssueCode.FINER_THAN_QUANTUM;
import static org.parley.core.issue.IssueCode.OVER_CAP;
import static org.parley.core.issue.IssueCode.UNKNOWN_OPTION;
import static org.parley.core.issue.IssueCode.WRONG_TYPE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Nearest;

/// Reads texts as values of facts, in the forms of handbook/facts.md, and refuses exactly.
///
/// For files and importers alike: a text is taken as it stands or refused; nothing is rounded,
/// trimmed or guessed.
public final class ValueReader {

  /// Stands for "no currency" in ISO 4217; only nought has none.
  public static final String NO_CURRENCY = "XXX";

  private static final Pattern MONEY = Pattern.compile("(\\S+) ([A-Z]{3})");
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?=.)(?:(\\d{1,9})D)?(?:T(?=.)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,12})S)?)?");
  private static final Pattern OF = Pattern.compile("(\\d{1,15}) of (\\d{1,15})");
  private static final int LONGEST_KEY = 100;

  private ValueReader() {}

  /// Reads an exact value; what cannot be taken is told.
  public static Optional<Value> parse(FactType type, String text, Place place, Issues issues) {
    return switch (take(type, text)) {
      case Taken.As(Stated.Exactly(Value value)) -> Optional.of(value);
      case Taken.As _ -> {
        issues.add(
            WRONG_TYPE,
            place,
            "\"%s\" is a stretch of time, and here one moment is needed".formatted(text),
            "write it to the second, such as 2026-03-02T02:50:00Z");
        yield Optional.empty();
      }
      case Taken.Refused refused -> {
        refused.orTell(place, issues);
        yield Optional.empty();
      }
    };
  }

  /// Reads what a text states about a fact of this type.
  public static Taken take(FactType type, String text) {
    return switch (type) {
      case FactType.YesNo() -> yesNo(text);
      case FactType.Ordered(var options) -> option(text, options);
      case FactType.Choice(var options) -> option(text, options);
      case FactType.Options(var options) -> options(text, options);
      case FactType.Count _ -> number(type, text, "a count is written in digits, such as 40000");
      case FactType.Quantity(String unit, _, _) -> quantity(type, text, unit);
      case FactType.Money _ -> money(type, text);
      case FactType.Duration(long cap) -> duration(text, cap);
      case FactType.Share() -> share(text);
      case FactType.Instant() -> Moments.take(text);
      case FactType.Codes _ -> codes(text);
      case FactType.Group() -> key(text);
      case FactType.Text(int cap) ->
          text.length() > cap
              ? Taken.refused(
                  OVER_CAP, "the text has %d characters, at most %d".formatted(text.length(), cap))
              : Taken.exactly(new Value.Text(text));
    };
  }

  private static Taken yesNo(String text) {
    return switch (text) {
      case "yes", "true" -> Taken.exactly(new Value.Option(1));
      case "no", "false" -> Taken.exactly(new Value.Option(0));
      default -> Taken.refused(WRONG_TYPE, quoted(text) + " is neither yes nor no");
    };
  }

  private static Taken option(String text, List<String> options) {
    int place = options.indexOf(text);
    return place >= 0 ? Taken.exactly(new Value.Option(place)) : unknownOption(text, options);
  }

  private static Taken unknownOption(String text, List<String> options) {
    return new Taken.Refused(
        UNKNOWN_OPTION, quoted(text) + " is none of the options", Nearest.remedy(text, options));
  }

  private static Taken options(String text, List<String> options) {
    long mask = 0;
    for (String item : items(text)) {
      int place = options.indexOf(item);
      if (place < 0) {
        return unknownOption(item, options);
      }
      mask |= 1L << place;
    }
    return Taken.exactly(new Value.Options(mask));
  }

  private static Taken codes(String text) {
    TreeSet<String> codes = new TreeSet<>();
    for (String item : items(text)) {
      if (!item.matches("[A-Z]{2}")) {
        return Taken.refused(
            WRONG_TYPE, quoted(item) + " is no code", "codes have two capital letters, such as AT");
      }
      codes.add(item);
    }
    return Taken.exactly(new Value.Codes(codes));
  }

  /// The items of `[a, b]`, or of `a, b`.
  private static List<String> items(String text) {
    String inner =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return inner.isBlank() ? List.of() : List.of(inner.strip().split(" *, *", -1));
  }

  private static Taken quantity(FactType type, String text, String unit) {
    String bare =
        text.endsWith(" " + unit) ? text.substring(0, text.length() - unit.length() - 1) : text;
    return number(type, bare, "write an amount, such as \"8\" or \"8 %s\"".formatted(unit));
  }

  private static Taken number(FactType type, String text, String form) {
    return switch (units(type, text, form)) {
      case Units.Some(long units) -> Taken.exactly(new Value.Number(units));
      case Units.None(Taken refused) -> refused;
    };
  }

  private static Taken money(FactType type, String text) {
    String form = "write amount and currency, such as \"350000 EUR\"";
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      return text.equals("0")
          ? Taken.exactly(new Value.Money(0, NO_CURRENCY))
          : Taken.refused(WRONG_TYPE, quoted(text) + " is no amount of money", form);
    }
    return switch (units(type, matcher.group(1), form)) {
      case Units.Some(long units) -> Taken.exactly(new Value.Money(units, matcher.group(2)));
      case Units.None(Taken refused) -> refused;
    };
  }

  /// A number in quanta, or why it is none.
  private sealed interface Units {
    record Some(long units) implements Units {}

    record None(Taken refused) implements Units {}
  }

  private static Units units(FactType type, String text, String form) {
    Optional<Exact> read = Exact.parse(text);
    if (read.isEmpty()) {
      String plain = text.replaceAll("[ '_,\\u00A0\\u202F]", "");
      boolean grouped = !plain.equals(text) && Exact.parse(plain).isPresent();
      String hint = grouped ? "write digits without groups, and a point before decimals" : form;
      return new Units.None(Taken.refused(WRONG_TYPE, quoted(text) + " is no number", hint));
    }
    Exact number = read.get();
    if (number.signum() < 0) {
      return new Units.None(Taken.refused(IssueCode.BELOW_ZERO, quoted(text) + " is below zero"));
    }
    Exact quanta = number.dividedBy(type.quantumOrOne());
    if (!quanta.isWhole()) {
      return new Units.None(
          Taken.refused(
              FINER_THAN_QUANTUM,
              "%s is finer than %s, the smallest step that is kept"
                  .formatted(quoted(text), type.quantumOrOne()),
              "round it yourself, in the sense of the report"));
    }
    if (quanta.numerator().compareTo(BigInteger.valueOf(type.capUnits())) > 0) {
      Exact cap = Exact.of(type.capUnits()).times(type.quantumOrOne());
      return new Units.None(
          Taken.refused(OVER_CAP, "%s is above %s, the largest value".formatted(text, cap)));
    }
    return new Units.Some(quanta.numerator().longValueExact());
  }

  private static Taken duration(String text, long cap) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      String fraction = "P.*T.*[.,]\\d+S";
      return text.matches(fraction)
          ? Taken.refused(FINER_THAN_QUANTUM, quoted(text) + " is finer than a second")
          : Taken.refused(
              WRONG_TYPE,
              quoted(text) + " is no duration",
              "write days, hours, minutes and seconds, such as PT30H or P2DT6H; not months or years");
    }
    BigInteger seconds = BigInteger.ZERO;
    long[] each = {86_400, 3_600, 60, 1};
    for (int part = 0; part < each.length; part++) {
      String digits = matcher.group(part + 1);
      if (digits != null) {
        seconds = seconds.add(new BigInteger(digits).multiply(BigInteger.valueOf(each[part])));
      }
    }
    return seconds.compareTo(BigInteger.valueOf(cap)) > 0
        ? Taken.refused(
            OVER_CAP,
            "%s is longer than %s, the largest value".formatted(text, ValueWriter.duration(cap)))
        : Taken.exactly(new Value.Number(seconds.longValueExact()));
  }

  private static Taken share(String text) {
    Matcher of = OF.matcher(text);
    if (of.matches()) {
      return share(text, new BigInteger(of.group(1)), new BigInteger(of.group(2)));
    }
    boolean percent = text.endsWith("%");
    String digits = percent ? text.substring(0, text.length() - 1).stripTrailing() : text;
    if (digits.length() > 15 || Exact.parse(digits).isEmpty()) {
      return Taken.refused(
          WRONG_TYPE, quoted(text) + " is no share", "write \"0.30\", \"30 %\" or \"30 of 100\"");
    }
    if (digits.startsWith("-")) {
      return Taken.refused(IssueCode.BELOW_ZERO, quoted(text) + " is below zero");
    }
    int point = digits.indexOf('.');
    int decimals = point < 0 ? 0 : digits.length() - point - 1;
    BigInteger whole = BigInteger.TEN.pow(percent ? decimals + 2 : decimals);
    return share(text, new BigInteger(digits.replace(".", "")), whole);
  }

  private static Taken share(String text, BigInteger part, BigInteger of) {
    if (of.signum() == 0) {
      return Taken.refused(WRONG_TYPE, quoted(text) + " is a share of nothing");
    }
    return part.compareTo(of) > 0
        ? Taken.refused(OVER_CAP, quoted(text) + " is more than the whole")
        : Taken.exactly(new Value.Share(part.longValueExact(), of.longValueExact()));
  }

  private static Taken key(String text) {
    boolean fits =
        !text.isBlank() && text.length() <= LONGEST_KEY && text.chars().allMatch(c -> c >= ' ');
    return fits
        ? Taken.exactly(new Value.Key(text))
        : Taken.refused(
            WRONG_TYPE,
            "this is no key",
            "a key is one line of at most %d characters".formatted(LONGEST_KEY));
  }

  /// The places of options in the type's list, for messages and masks.
  static List<Integer> places(long mask, int count) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      if ((mask >> place & 1) == 1) {
        places.add(place);
      }
    }
    return places;
  }

  static String quoted(String text) {
    return text.length() > 60 ? "\"" + text.substring(0, 60) + "…\"" : "\"" + text + "\"";
  }
}
