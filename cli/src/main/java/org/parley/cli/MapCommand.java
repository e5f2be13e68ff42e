package org.parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.core.fact.FactId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;
import org.parley.formats.table.Proposal;
import org.parley.formats.table.Proposer;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.Grids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Helps to say which column of a register is which fact.
@Command(
    name = "map",
    description =
        "Looks at the columns of a register, proposes which facts they are, asks, and saves a"
            + " mapping.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley map register.xlsx                   asks column by column, saves"
          + " register.xlsx.map.yaml",
      "  parley map --yes --to m.yaml register.csv  takes what is proposed, without asking",
      "  parley classify --from table --mapping m.yaml register.csv"
    })
final class MapCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to save the mapping. Default: FILE.map.yaml.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--header",
      paramLabel = "ROW",
      description = "The row that names the columns. Default: found out.")
  private Optional<Integer> header = Optional.empty();

  @Option(names = "--yes", description = "Take what is proposed, without asking.")
  private boolean yes;

  @Option(names = "--over", description = "Write over a mapping that is there.")
  private boolean over;

  @Parameters(paramLabel = "FILE", description = "A register: CSV or xlsx.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path saved = to.orElseGet(() -> file.resolveSibling(file.getFileName() + ".map.yaml"));
    if (!Files.isRegularFile(file)) {
      talk.complain(file + ": there is no such file");
      return ExitStatus.NO_INPUT;
    }
    if (Files.exists(saved) && !over) {
      talk.complain(saved + " is there already; --over writes over it, --to names another file");
      return ExitStatus.NO_OUTPUT;
    }
    return switch (Grids.open(Files.readAllBytes(file), file.toString(), Grids.Wishes.NONE)) {
      case Checked.Refused<Grid>(List<Issue> reasons) -> {
        talk.complain(reasons);
        yield ExitStatus.BAD_INPUT;
      }
      case Checked.Sound<Grid>(Grid grid, _) -> map(grid, saved);
    };
  }

  private int map(Grid grid, Path saved) throws IOException {
    Shelf shelf = talk.shelf();
    List<Map<String, String>> texts =
        shelf.library().languages().stream()
            .map(language -> shelf.library().texts("facts/labels/" + language + ".yaml"))
            .toList();
    Optional<Proposal> proposal =
        Proposer.propose(grid, shelf.library().catalogue(), texts, header);
    if (proposal.isEmpty()) {
      talk.complain(file + ": there is no row that names columns");
      return ExitStatus.BAD_INPUT;
    }
    Optional<Proposal> settled = yes ? proposal : asked(shelf, proposal.get());
    if (settled.isEmpty()) {
      talk.complain("stopped; nothing was saved");
      return ExitStatus.STOPPED;
    }
    Files.writeString(
        saved,
        settled.get().asMapping(),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING);
    talk.out().println(shelf.words().say("map.saved", saved));
    settled.get().questions().forEach(question -> talk.out().println("? " + question));
    talk.out().println("parley classify --from table --mapping " + saved + " " + file);
    talk.out().flush();
    return ExitStatus.OK;
  }

  /// The proposal after a person has looked at every column; empty where the input ended before.
  private Optional<Proposal> asked(Shelf shelf, Proposal proposal) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    talk.out().println(shelf.words().say("map.intro"));
    List<Proposal.Column> columns = new ArrayList<>();
    for (Proposal.Column column : proposal.columns()) {
      if (proposal.id().equals(Optional.of(column.name()))) {
        columns.add(column);
        continue;
      }
      show(shelf.words(), column, columns.size() + 1, proposal.columns().size());
      Optional<Proposal.Column> answer = answer(shelf, column, in);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      columns.add(answer.get());
    }
    return Optional.of(
        new Proposal(
            proposal.grid(),
            proposal.header(),
            proposal.id(),
            proposal.habits(),
            columns,
            proposal.questions()));
  }

  private void show(Words words, Proposal.Column column, int number, int of) {
    talk.out().println();
    talk.out().println(words.say("map.column", number, of, column.name()));
    talk.out().println("  " + words.say("map.examples", column.look()));
    column.guesses().stream()
        .limit(3)
        .forEach(guess ->
            talk.out().println("  " + words.say("map.proposal", guess.fact(), guess.reason())));
  }

  private Optional<Proposal.Column> answer(Shelf shelf, Proposal.Column column, BufferedReader in)
      throws IOException {
    while (true) {
      talk.out().print("  " + shelf.words().say("map.ask") + " > ");
      talk.out().flush();
      String line = in.readLine();
      if (line == null) {
        return Optional.empty();
      }
      String word = line.strip();
      if (word.isEmpty()) {
        return Optional.of(column);
      }
      if (word.equals("-")) {
        return Optional.of(
            new Proposal.Column(column.name(), column.look(), List.of(), Map.of(), List.of()));
      }
      Optional<FactId> fact =
          FactId.parse(word).filter(id -> shelf.library().catalogue().find(id).isPresent());
      if (fact.isPresent()) {
        return Optional.of(named(column, fact.get()));
      }
      talk.out()
          .println(
              "  " + shelf.words().say(word.equals("?") ? "map.help" : "map.unknown-fact", word));
    }
  }

  /// The column as the fact that a person named; settings that were found for that fact are kept.
  private static Proposal.Column named(Proposal.Column column, FactId fact) {
    boolean first =
        column.guesses().stream()
            .findFirst()
            .filter(guess -> guess.fact().equals(fact))
            .isPresent();
    Proposal.Guess guess = new Proposal.Guess(fact, Proposal.Confidence.SURE, "named by a person");
    return new Proposal.Column(
        column.name(),
        column.look(),
        List.of(guess),
        first ? column.settings() : Map.of(),
        column.unmatched());
  }
}
