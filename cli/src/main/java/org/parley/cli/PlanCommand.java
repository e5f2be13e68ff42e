package org.parley.cli;

import java.util.List;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Page;
import org.parley.formats.library.EditionName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows response plans: who is called, what is done, what is due by when.
@Command(
    name = "plan",
    description = "Shows response plans: who is called, what is done, what is due by when.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list | show NAME")
final class PlanCommand implements Runnable {

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    list();
  }

  @Command(
      name = "list",
      description = "Names all response plans.",
      mixinStandardHelpOptions = true)
  void list() {
    Shelf shelf = talk.shelf();
    Page page = talk.page();
    page.table(
        0,
        shelf.library().plans().stream()
            .map(shelf.library()::plan)
            .map(plan ->
                List.of(plan.name(), plan.scale().toString(), shelf.planLabels(plan).of("title")))
            .toList());
    talk.print(page);
  }

  @Command(
      name = "show",
      description = "Shows one response plan, level by level.",
      mixinStandardHelpOptions = true)
  void show(@Parameters(paramLabel = "NAME") String name) {
    Shelf shelf = talk.shelf();
    ResponsePlan plan = find(talk, shelf, name);
    Page page = talk.page();
    page.title(shelf.planLabels(plan).of("title"));
    org.parley.desk.voice.PlanText text =
        new org.parley.desk.voice.PlanText(plan, shelf.planLabels(plan), shelf.words());
    List<EditionName> editions = shelf.library().editions(plan.scale());
    ScaleEdition edition = shelf.library().edition(editions.getLast()).orThrow();
    for (Grade.Level level : edition.levels().mildestFirst().reversed()) {
      page.heading(shelf.voice(edition).grade(level, page.paint()));
      text.tell(page, plan.together(level.name(), List.of()), java.util.Map.of());
    }
    talk.print(page);
  }

  /// The plan of that name, or a usage error that names those there are.
  static ResponsePlan find(Talk talk, Shelf shelf, String name) {
    if (!shelf.library().plans().contains(name)) {
      throw talk.usage(
          "there is no plan \"%s\"; there are %s"
              .formatted(name, String.join(", ", shelf.library().plans())));
    }
    return shelf.library().plan(name);
  }
}
