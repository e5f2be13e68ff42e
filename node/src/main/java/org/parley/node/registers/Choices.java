package org.parley.node.registers;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.formats.table.Proposal;

/// What a person chose for the columns of a register; what is not chosen is as proposed.
///
/// @param said by the names of the form's controls: `c.3` for the fact of the fourth column, `u.3`
///   for its unit or currency, `id`, `title`, `header`, `zone`, `dates`, `decimals`
public record Choices(SequencedMap<String, String> said) {

  /// That a column is left out.
  public static final String LEFT_OUT = "-";

  private static final int LONGEST = 100;

  static Choices none() {
    return new Choices(new LinkedHashMap<>());
  }

  static Choices of(Map<String, List<String>> form) {
    SequencedMap<String, String> said = new LinkedHashMap<>();
    form.forEach((name, values) -> {
      boolean known = name.matches("[cu]\\.[0-9]{1,4}|id|title|header|zone|dates|decimals");
      if (known && !values.isEmpty() && values.getFirst().length() <= LONGEST) {
        said.put(name, values.getFirst().strip());
      }
    });
    return new Choices(said);
  }

  static Choices parse(String text) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (String part : text.split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        form.put(
            part.substring(0, at),
            List.of(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8)));
      }
    }
    return of(form);
  }

  String written() {
    List<String> parts = new ArrayList<>();
    said.forEach(
        (name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return String.join("&", parts);
  }

  public String get(String name) {
    return said.getOrDefault(name, "");
  }

  Optional<Integer> number(String name) {
    return Optional.of(get(name)).filter(text -> text.matches("[0-9]{1,5}")).map(Integer::valueOf);
  }

  /// The proposal as the person wants it.
  Proposal on(Proposal proposal, Catalogue catalogue) {
    List<Proposal.Column> columns = new ArrayList<>();
    for (int at = 0; at < proposal.columns().size(); at++) {
      columns.add(column(proposal.columns().get(at), at, catalogue));
    }
    Map<String, String> habits = new LinkedHashMap<>(proposal.habits());
    habit("zone", "[A-Za-z0-9_+/-]+", habits);
    habit("dates", "day-first|month-first", habits);
    habit("decimals", "comma|point", habits);
    return new Proposal(
        proposal.grid(), proposal.header(), id(proposal), habits, columns, List.of());
  }

  /// The column with the id of each record.
  private Optional<String> id(Proposal proposal) {
    return said.containsKey("id")
        ? number("id")
            .filter(at -> at < proposal.columns().size())
            .map(at -> proposal.columns().get(at).name())
        : proposal.id();
  }

  private void habit(String name, String form, Map<String, String> habits) {
    if (get(name).matches(form)) {
      habits.put(name, get(name));
    }
  }

  private Proposal.Column column(Proposal.Column column, int at, Catalogue catalogue) {
    String choice = get("c." + at);
    if (choice.equals(LEFT_OUT)) {
      return new Proposal.Column(column.name(), column.look(), List.of(), Map.of(), List.of());
    }
    Optional<Fact> chosen =
        FactId.parse(choice)
            .flatMap(catalogue::find)
            .or(() -> column.proposed().map(Proposal.Guess::fact).flatMap(catalogue::find));
    return chosen.map(fact -> named(column, fact, get("u." + at))).orElse(column);
  }

  /// The column as that fact; settings that were found for it are kept.
  private static Proposal.Column named(Proposal.Column column, Fact fact, String unit) {
    boolean first =
        column.guesses().stream()
            .findFirst()
            .filter(guess -> guess.fact().equals(fact.id()))
            .isPresent();
    Map<String, String> settings = new LinkedHashMap<>(first ? column.settings() : Map.of());
    if (unit.matches("[A-Za-z-]{1,20}")) {
      settings.put(fact.type() instanceof FactType.Money ? "currency" : "unit", unit);
    }
    return new Proposal.Column(
        column.name(),
        column.look(),
        List.of(new Proposal.Guess(fact.id(), Proposal.Confidence.SURE, "named by a person")),
        settings,
        column.unmatched());
  }
}
