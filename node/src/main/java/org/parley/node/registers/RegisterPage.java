package org.parley.node.registers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.incident.Revision;
import org.parley.duties.casefile.OwnScale;
import org.parley.duties.register.RegisterFile;
import org.parley.formats.table.Proposal;
import org.parley.formats.table.grid.Cell;
import org.parley.formats.table.grid.GridRow;
import org.parley.node.incidents.page.LevelView;
import org.parley.node.incidents.page.Speech;
import org.parley.node.web.Visit;

/// A register as its pages show it.
public final class RegisterPage {

  private static final int EXAMPLES = 4;
  private static final int LONGEST_EXAMPLE = 40;

  private final Visit visit;
  private final RegisterFile register;
  private final ReadRegister read;
  private final Choices choices;
  private final OwnScale scale;

  RegisterPage(
      Visit visit, RegisterFile register, ReadRegister read, Choices choices, OwnScale scale) {
    this.visit = visit;
    this.register = register;
    this.read = read;
    this.choices = choices;
    this.scale = scale;
  }

  public RegisterFile register() {
    return register;
  }

  public ReadRegister read() {
    return read;
  }

  public Choices choices() {
    return choices;
  }

  public String path(String step) {
    return "/registers/" + register.id() + step;
  }

  public boolean isTable() {
    return read.proposal().isPresent();
  }

  /// A column to be mapped.
  ///
  /// @param chosen the fact that it is, or what says that it is left out
  /// @param proposed the facts that it could be, the surest first
  public record Column(
      int at,
      String name,
      List<String> examples,
      String chosen,
      List<Option> proposed,
      boolean needsUnit) {}

  /// @param sure how sure the proposal is: the key of its words; empty for a fact not proposed
  public record Option(String fact, String name, String sure) {}

  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    Proposal proposal = read.proposal().orElseThrow();
    for (int at = 0; at < proposal.columns().size(); at++) {
      columns.add(column(proposal, proposal.columns().get(at), at));
    }
    return columns;
  }

  private Column column(Proposal proposal, Proposal.Column column, int at) {
    String proposed = column.proposed().map(guess -> guess.fact().text()).orElse("");
    String said = choices.get("c." + at);
    String chosen = said.isEmpty() ? proposed : said;
    return new Column(
        at,
        column.name(),
        examples(proposal, at),
        chosen.isEmpty() ? Choices.LEFT_OUT : chosen,
        column.guesses().stream()
            .limit(5)
            .flatMap(guess ->
                facts().stream()
                    .filter(fact -> fact.id().equals(guess.fact()))
                    .map(fact ->
                        new Option(
                            fact.id().text(),
                            name(fact),
                            guess.confidence().name().toLowerCase(java.util.Locale.ROOT))))
            .toList(),
        facts().stream().anyMatch(fact -> fact.id().text().equals(chosen) && hasUnit(fact)));
  }

  private static boolean hasUnit(Fact fact) {
    return fact.type() instanceof FactType.Money || fact.type() instanceof FactType.Duration;
  }

  private static List<String> examples(Proposal proposal, int at) {
    return proposal.grid().rows().stream()
        .filter(row -> row.number() > proposal.header())
        .map(row -> cell(row, at))
        .filter(text -> !text.isEmpty())
        .distinct()
        .limit(EXAMPLES)
        .toList();
  }

  private static String cell(GridRow row, int at) {
    Cell cell = row.cell(at);
    String text = cell.text().strip();
    return text.length() > LONGEST_EXAMPLE ? text.substring(0, LONGEST_EXAMPLE) + "…" : text;
  }

  private List<Fact> facts() {
    return visit.shelf().library().catalogue().facts().stream().toList();
  }

  private String name(Fact fact) {
    return visit.shelf().factLabels().of("facts." + fact.id() + ".label");
  }

  /// All facts of the catalogue by name.
  public List<Option> all() {
    return facts().stream()
        .map(fact -> new Option(fact.id().text(), name(fact), ""))
        .sorted(Comparator.comparing(Option::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /// The column of the title, as the form names it.
  public String titleColumn() {
    return choices.get("title");
  }

  /// The column of the id, as the form names it.
  public String idColumn() {
    if (choices.said().containsKey("id")) {
      return choices.get("id");
    }
    Proposal proposal = read.proposal().orElseThrow();
    for (int at = 0; at < proposal.columns().size(); at++) {
      if (proposal.id().equals(Optional.of(proposal.columns().get(at).name()))) {
        return Integer.toString(at);
      }
    }
    return "";
  }

  /// A habit as it was chosen, else as it shows itself.
  public String habit(String name) {
    return choices.said().containsKey(name)
        ? choices.get(name)
        : read.proposal().map(each -> each.habits().getOrDefault(name, "")).orElse("");
  }

  /// The level that a record would have on the State's own scale.
  public Optional<LevelView> level(ReadRecord record) {
    return record
        .incident()
        .map(incident -> {
          Revision latest = incident.latest();
          return LevelView.of(
              Speech.of(visit.shelf(), scale.edition(latest)).voice(),
              scale.classifier(latest).possible(latest.sheet()));
        });
  }
}
