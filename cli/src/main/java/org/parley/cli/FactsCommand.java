package org.parley.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.report.FactForm;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Values;
import org.parley.desk.voice.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The fact catalogue on the command line.
@Command(
    name = "facts",
    description = "Shows the questions an incident can be asked, and prints a form to fill.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | show FACT | template")
final class FactsCommand implements Runnable {

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    list();
  }

  @Command(
      name = "list",
      description = "Names all facts, by group.",
      mixinStandardHelpOptions = true)
  void list() {
    Shelf shelf = talk.shelf();
    Labels labels = shelf.factLabels();
    Map<String, List<List<String>>> groups = new LinkedHashMap<>();
    for (Fact fact : shelf.library().catalogue().facts()) {
      groups
          .computeIfAbsent(fact.group(), _ -> new ArrayList<>())
          .add(
              List.of(
                  fact.id().text(),
                  labels.of("facts." + fact.id() + ".label"),
                  shelf.words().say("form." + FactForm.word(fact.type()))));
    }
    Page page = talk.page();
    groups.forEach((group, rows) -> {
      page.heading(labels.of("groups." + group));
      page.table(2, rows);
    });
    talk.print(page);
  }

  @Command(
      name = "show",
      description = "Shows one fact: what it means, how its value is written.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "FACT") String name) {
    Shelf shelf = talk.shelf();
    Optional<Fact> found = FactId.parse(name).flatMap(shelf.library().catalogue()::find);
    if (found.isEmpty()) {
      throw talk.usage(
          "there is no fact \"%s\"; `parley facts list` names them all".formatted(name));
    }
    Page page = talk.page();
    fact(shelf, page, found.get());
    talk.print(page);
    return ExitStatus.OK;
  }

  private static void fact(Shelf shelf, Page page, Fact fact) {
    Words words = shelf.words();
    Labels labels = shelf.factLabels();
    Values values = shelf.values();
    FactKey key = FactKey.of(fact.id());
    page.title(labels.of("facts." + fact.id() + ".label"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(words.say("heading.fact"), fact.id().text()));
    rows.add(List.of(words.say("heading.meaning"), labels.of("facts." + fact.id() + ".means")));
    rows.add(List.of(words.say("heading.question"), labels.of("facts." + fact.id() + ".question")));
    rows.add(List.of(words.say("heading.form"), words.say("form." + FactForm.word(fact.type()))));
    form(rows, fact, key, values, words);
    rows.add(
        List.of(
            words.say("heading.baseline"),
            fact.baseline()
                .map(value -> values.value(key, value))
                .orElseGet(() -> words.say("form.free-context"))));
    rows.add(
        List.of(
            words.say("heading.potential"),
            words.say(fact.reach().potential() ? "value.yes" : "value.no")));
    rows.add(
        List.of(
            words.say("heading.region"),
            words.say(fact.reach().regional() ? "value.yes" : "value.no")));
    rows.add(
        List.of(
            words.say("heading.together"),
            words.say("together." + fact.together().name().toLowerCase(java.util.Locale.ROOT))));
    page.table(2, rows);
  }

  private static void form(
      List<List<String>> rows, Fact fact, FactKey key, Values values, Words words) {
    List<String> options = fact.type().optionNames();
    for (int place = 0; place < options.size(); place++) {
      rows.add(
          List.of(
              place == 0 ? words.say("heading.options") : "",
              options.get(place) + "  —  " + values.option(key, place)));
    }
    if (fact.type().isNumeric()
        && !(fact.type() instanceof FactType.Share)
        && !(fact.type() instanceof FactType.Instant)) {
      rows.add(List.of(words.say("heading.step"), values.units(key, 1)));
      rows.add(List.of(words.say("heading.cap"), values.units(key, fact.type().capUnits())));
    }
  }

  @Command(
      name = "template",
      description = "Prints a commented form with the facts that the chosen scales ask for.",
      mixinStandardHelpOptions = true)
  int template(
      @Option(
              names = "--scale",
              split = ",",
              paramLabel = "ID",
              description = "Only what these scales ask for. Default: all scales.")
          @Nullable List<String> scales) {
    Shelf shelf = talk.shelf();
    Selection selection =
        new Selection(shelf.library(), Optional.empty(), Clock.systemUTC().instant());
    List<String> wanted = scales == null ? List.of() : scales;
    if (new ScaleChoice(shelf.library()).choose(wanted, Optional.empty(), selection)
        instanceof Checked.Refused<Boolean>(List<Issue> reasons)) {
      talk.complain(reasons);
      return ExitStatus.BAD_INPUT;
    }
    talk.out().print(new TemplateText(shelf).of(selection.editions()));
    talk.out().flush();
    return ExitStatus.OK;
  }
}
