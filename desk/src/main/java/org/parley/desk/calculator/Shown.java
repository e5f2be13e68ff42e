package org.parley.desk.calculator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer as the controls of a form show it.
///
/// @param chosen the options that are ticked
/// @param from the first text control
/// @param to the second text control; empty where the answer is exact
/// @param unit the chosen unit; empty for the first one
/// @param other an answer that the controls cannot show; it stands beside them as it is
public record Shown(Set<String> chosen, String from, String to, String unit, String other) {

  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)(?: ([A-Z]{3}|%|[a-z-]+))?");
  private static final Pattern SPAN = Pattern.compile("P(?:(\\d+)D|T(\\d+)([HMS]))");

  static Shown of(Field.Kind kind, String answer) {
    if (answer.isEmpty()) {
      return new Shown(Set.of(), "", "", "", "");
    }
    return switch (kind) {
      case Field.Kind.OneOf(var options) ->
          options.stream().anyMatch(each -> each.value().equals(answer))
              ? new Shown(Set.of(answer), "", "", "", "")
              : other(answer);
      case Field.Kind.AnyOf(var options) -> anyOf(options, answer);
      case Field.Kind.Amount _ -> amount(answer);
      case Field.Kind.Moment _, Field.Kind.Codes _, Field.Kind.Words _ -> {
        int range = answer.indexOf("..");
        yield kind instanceof Field.Kind.Moment && range >= 0
            ? new Shown(Set.of(), answer.substring(0, range), answer.substring(range + 2), "", "")
            : new Shown(Set.of(), answer, "", "", "");
      }
    };
  }

  private static Shown other(String answer) {
    return new Shown(Set.of(), "", "", "", answer);
  }

  private static Shown anyOf(List<Field.Option> options, String answer) {
    if (!answer.startsWith("[") || !answer.endsWith("]")) {
      return other(answer);
    }
    Set<String> chosen = new TreeSet<>();
    for (String each : answer.substring(1, answer.length() - 1).split(",")) {
      if (!each.isBlank()) {
        chosen.add(each.strip());
      }
    }
    List<String> known = options.stream().map(Field.Option::value).toList();
    if (!known.containsAll(chosen)) {
      return other(answer);
    }
    return new Shown(chosen.isEmpty() ? Set.of(FormAnswers.NONE) : chosen, "", "", "", "");
  }

  private static Shown amount(String answer) {
    List<String> ends =
        answer.contains("..") ? Arrays.asList(answer.split("\\.\\.", -1)) : List.of(answer);
    String[] shown = {"", ""};
    String unit = "";
    for (int place = 0; place < Math.min(2, ends.size()); place++) {
      String end = ends.get(place);
      if (end.isEmpty()) {
        continue;
      }
      Matcher plain = AMOUNT.matcher(end);
      Matcher span = SPAN.matcher(end);
      if (plain.matches()) {
        shown[place] = plain.group(1);
        unit = plain.group(2) == null ? "" : plain.group(2);
      } else if (span.matches()) {
        shown[place] = span.group(1) == null ? span.group(2) : span.group(1);
        unit = span.group(1) != null ? "day" : span.group(3).equals("M") ? "minute" : "hour";
        if ("S".equals(span.group(3))) {
          return new Shown(Set.of(), answer, "", "", "");
        }
      } else {
        shown[place] = end;
      }
    }
    return new Shown(Set.of(), shown[0], shown[1], unit, "");
  }
}
