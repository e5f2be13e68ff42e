package org.parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Page;
import org.parley.desk.voice.ScaleText;
import org.parley.desk.voice.ScaleVoice;
import org.parley.formats.library.EditionName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// National severity scales on the command line.
@Command(
    name = "scale",
    description = "Lists, shows and checks national severity scales.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | show ID | check PATH|ID…",
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley scale list",
      "  parley scale show es/rd-43-2021",
      "  parley scale show eu/dora@2024-1772",
      "  parley scale check my-scale/          all problems at once, then its worked cases",
      "  parley scale check us/cisa-nciss"
    })
final class ScaleCommand implements Runnable {

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    list(false);
  }

  @Command(
      name = "list",
      description = "Names all scale editions.",
      mixinStandardHelpOptions = true)
  void list(
      @Option(names = "--ids", description = "Only the ids, one a line, for scripts.")
          boolean ids) {
    Shelf shelf = talk.shelf();
    Page page = talk.page();
    List<List<String>> rows = new ArrayList<>();
    for (EditionName name : shelf.library().editions()) {
      if (ids) {
        talk.out().println(name);
      } else if (shelf.library().edition(name)
          instanceof Checked.Sound<ScaleEdition>(ScaleEdition edition, List<Issue> _)) {
        ScaleVoice voice = shelf.voice(edition);
        rows.add(
            List.of(
                name.toString(),
                voice.bar(List.copyOf(edition.levels().mildestFirst()), page.paint()),
                new ScaleText(voice).authority(),
                voice.title()));
      }
    }
    page.table(0, rows);
    if (!ids) {
      talk.print(page);
    }
    talk.out().flush();
  }

  @Command(
      name = "show",
      description = "Shows one scale: levels, rule, sources, clocks.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID[@EDITION]|PATH") String name) {
    Shelf shelf = talk.shelf();
    Selection selection =
        new Selection(shelf.library(), Optional.empty(), java.time.Clock.systemUTC().instant());
    if (new ScaleChoice(shelf.library()).choose(List.of(name), Optional.empty(), selection)
        instanceof Checked.Refused<Boolean>(List<Issue> reasons)) {
      talk.complain(reasons);
      return ExitStatus.BAD_INPUT;
    }
    for (ScaleEdition edition : selection.editions()) {
      Page page = talk.page();
      new ScaleText(shelf.voice(edition)).tell(page);
      page.blank();
      talk.print(page);
    }
    return ExitStatus.OK;
  }

  @Command(
      name = "check",
      description =
          "Checks scale files, all problems at once, and runs the worked cases beside them.",
      mixinStandardHelpOptions = true)
  int check(@Parameters(paramLabel = "PATH|ID", arity = "1..*") List<String> names) {
    Shelf shelf = talk.shelf();
    int worst = ExitStatus.OK;
    for (String name : names) {
      worst = Math.max(worst, new ScaleCheck(talk, shelf).check(name));
    }
    return worst;
  }
}
