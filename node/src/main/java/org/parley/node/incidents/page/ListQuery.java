package org.parley.node.incidents.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.Stage;
import org.parley.duties.port.Cases;

/// Reads what an address asks a list for; what it does not understand it leaves out.
public final class ListQuery {

  private ListQuery() {}

  public static ListPage.Asked read(Map<String, List<String>> parameters) {
    String text = first(parameters, "q").strip();
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    parameters
        .getOrDefault("stage", List.of())
        .forEach(word -> Stage.parse(word).ifPresent(stages::add));
    Optional<Integer> atLeast =
        Optional.of(first(parameters, "level"))
            .filter(word -> word.matches("[0-9]{1,2}"))
            .map(Integer::valueOf);
    return new ListPage.Asked(
        text.length() > 200 ? text.substring(0, 200) : text,
        stages,
        atLeast,
        order(first(parameters, "order")),
        place(first(parameters, "after")));
  }

  /// Reads what [ListPage.Asked#query] writes.
  public static ListPage.Asked parse(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        parameters
            .computeIfAbsent(part.substring(0, at), _ -> new ArrayList<>())
            .add(decoded(part.substring(at + 1)));
      }
    }
    return read(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
  }

  private static Cases.Order order(String word) {
    for (Cases.Order order : Cases.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(word)) {
        return order;
      }
    }
    return Cases.Order.DUE;
  }

  private static Optional<Cases.Place> place(String word) {
    if (!word.matches("-?[0-9]{1,19}\\.[0-9]{1,10}")) {
      return Optional.empty();
    }
    int point = word.indexOf('.');
    try {
      return Optional.of(
          new Cases.Place(
              Long.parseLong(word.substring(0, point)), Long.parseLong(word.substring(point + 1))));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
