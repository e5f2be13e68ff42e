package org.parley.formats.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactId;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.tree.YamlScalar;

/// A mapping that somebody could mean, proposed from the look of a register. A person decides.
///
/// @param grid the register
/// @param header the row that names the columns
/// @param id the column that looks like the incident's id
/// @param habits settings for the whole register as the mapping writes them, such as `dates:
///   day-first`
/// @param columns all columns with a header
/// @param questions what a person has to answer, because the register does not show it
public record Proposal(
    Grid grid,
    int header,
    Optional<String> id,
    Map<String, String> habits,
    List<Column> columns,
    List<String> questions) {

  /// How sure a proposal is.
  public enum Confidence {
    /// Name and cells both say so.
    SURE,
    /// One of them says so, and the other does not contradict.
    LIKELY,
    /// It could be.
    GUESS
  }

  /// A fact that a column could be.
  ///
  /// @param reason why, for people
  public record Guess(FactId fact, Confidence confidence, String reason) {}

  /// One column of the register.
  ///
  /// @param name as a mapping names it: its header, or `@` and letters where the header stands
  ///   twice
  /// @param look what its cells look like, for people
  /// @param guesses the facts it could be, the surest first; empty where there is no idea
  /// @param settings of the column for the first guess, as the mapping writes them
  /// @param unmatched words of the column that stand in no list of options
  public record Column(
      String name,
      String look,
      List<Guess> guesses,
      Map<String, String> settings,
      List<String> unmatched) {

    public Column {
      guesses = List.copyOf(guesses);
      settings = new LinkedHashMap<>(settings);
      unmatched = List.copyOf(unmatched);
    }

    /// The best guess, unless it is no more than one.
    public Optional<Guess> proposed() {
      return guesses.stream().findFirst().filter(guess -> guess.confidence() != Confidence.GUESS);
    }
  }

  /// The proposal as a mapping file, with the reasons and open questions as comments.
  public String asMapping() {
    StringBuilder out = new StringBuilder("# Proposed from the columns of ");
    out.append(oneLine(grid.document())).append("; check every line.\n");
    questions.forEach(
        question -> out.append("# To be answered: ").append(oneLine(question)).append('\n'));
    out.append("mapping: table\nfile: {header: ").append(header);
    if (!grid.sheet().equals(grid.document())) {
      out.append(", sheet: ").append(YamlScalar.written(grid.sheet()));
    }
    out.append("}\n");
    id.ifPresent(name -> out.append("id: ").append(YamlScalar.written(name)).append('\n'));
    habits.forEach((key, value) -> out.append(key).append(": ").append(value).append('\n'));
    out.append("columns:\n");
    columns.stream()
        .filter(column -> !id.equals(Optional.of(column.name())))
        .forEach(column -> write(column, out));
    return out.toString();
  }

  private static void write(Column column, StringBuilder out) {
    Optional<Guess> proposed = column.proposed();
    column.guesses().stream()
        .limit(3)
        .forEach(guess ->
            out.append("  # ")
                .append(guess.fact())
                .append(": ")
                .append(guess.confidence().name().toLowerCase(Locale.ROOT))
                .append(", ")
                .append(oneLine(guess.reason()))
                .append('\n'));
    if (!column.unmatched().isEmpty()) {
      out.append("  # not matched: ")
          .append(oneLine(String.join(" · ", column.unmatched())))
          .append('\n');
    }
    out.append("  ").append(YamlScalar.written(column.name())).append(": {");
    if (proposed.isPresent()) {
      out.append("fact: ").append(proposed.get().fact());
      column
          .settings()
          .forEach((key, value) -> out.append(", ").append(key).append(": ").append(value));
    } else {
      out.append("keep: not mapped yet");
    }
    out.append("}\n");
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
  }
}
