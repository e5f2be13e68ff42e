package org.parley.cli.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.measure.Measure;
import org.parley.core.measure.Measures;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The sixteen measures on the command line.
@Command(
    name = "measures",
    description = "Shows the sixteen confidence-building measures of the OSCE, in own words.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | show NUMBER")
public final class MeasuresCommand implements Runnable {

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    list();
  }

  @Command(
      name = "list",
      description = "Names all sixteen with their decisions.",
      mixinStandardHelpOptions = true)
  void list() {
    Shelf shelf = talk.shelf();
    Measures measures = shelf.library().measures().orThrow();
    List<List<String>> rows = new ArrayList<>();
    for (Measure measure : measures.list()) {
      rows.add(
          List.of(
              String.valueOf(measure.number()),
              shelf.measureLabels().of("measures." + measure.key() + ".title"),
              measures.decision(measure).text()));
    }
    Page page = talk.page();
    page.table(2, rows);
    talk.print(page);
  }

  @Command(
      name = "show",
      description = "Shows one: what it asks, where it stands, what in Parley serves it.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "NUMBER") String number) {
    Shelf shelf = talk.shelf();
    Measures measures = shelf.library().measures().orThrow();
    Optional<Measure> found =
        Optional.of(number)
            .filter(text -> text.matches("[1-9][0-9]?"))
            .map(Integer::parseInt)
            .flatMap(measures::find);
    if (found.isEmpty()) {
      throw talk.usage(
          "there is no measure \"%s\"; they have the numbers 1 to 16".formatted(number));
    }
    Page page = talk.page();
    measure(shelf, measures, found.get(), page);
    talk.print(page);
    return ExitStatus.OK;
  }

  private static void measure(Shelf shelf, Measures measures, Measure measure, Page page) {
    Words words = shelf.words();
    Labels labels = shelf.measureLabels();
    String key = "measures." + measure.key();
    page.title(words.say("page.measures.one", measure.number()) + ": " + labels.of(key + ".title"));
    page.table(
        2,
        List.of(
            List.of(words.say("page.measures.what"), labels.of(key + ".asks")),
            List.of(words.say("page.measures.source"), measures.decision(measure).text()),
            List.of(
                words.say("page.measures.acts"),
                String.join(
                    ", ",
                    measure.acts().stream().map(each -> labels.of("actors." + each)).toList())),
            List.of(words.say("page.measures.rhythm"), labels.of("rhythms." + measure.rhythm())),
            List.of(words.say("page.measures.result"), labels.of(key + ".result"))));
    page.heading(words.say("page.measures.served"));
    page.table(
        2,
        measure.served().stream()
            .map(each ->
                List.of(
                    labels.of("served." + each.by()),
                    each.at().orElseGet(() -> words.say("page.measures.not-yet"))))
            .toList());
  }
}
