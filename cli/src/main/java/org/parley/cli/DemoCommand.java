package org.parley.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.parley.core.incident.Incident;
import org.parley.desk.Assessment;
import org.parley.desk.Intake;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A walk through the main job on the sample incidents that ship.
@Command(
    name = "demo",
    description = "Walks through the main job on sample incidents. Changes nothing.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

  /// The walk, in its order; what each step shows is said by the words `demo.step-1` and so on.
  private static final List<Step> STEPS =
      List.of(
          new Step("hospital-ransomware", List.of(), false, Optional.empty()),
          new Step(
              "hospital-ransomware",
              List.of("us/cisa-nciss", "es/rd-43-2021"),
              true,
              Optional.empty()),
          new Step(
              "hospital-ransomware-actor-unknown",
              List.of("us/cisa-nciss"),
              false,
              Optional.empty()),
          new Step(
              "almost-nothing-known",
              List.of("us/cisa-nciss", "es/rd-43-2021", "uk/ncsc"),
              false,
              Optional.empty()),
          new Step("payments-outage", List.of("eu/dora"), false, Optional.empty()),
          new Step("municipal-ddos", List.of("parley/starter"), false, Optional.of("starter")));

  /// One command of the walk.
  private record Step(String sample, List<String> scales, boolean explain, Optional<String> plan) {

    String file() {
      return "library/incidents/" + sample + ".yaml";
    }

    String command() {
      return "./parley classify"
          + (scales.isEmpty() ? "" : " --scale " + String.join(",", scales))
          + (explain ? " --explain" : "")
          + plan.map(name -> " --plan " + name).orElse("")
          + " "
          + file();
    }
  }

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    Shelf shelf = talk.shelf();
    Page page = talk.page();
    page.title(shelf.words().say("demo.title"));
    page.paragraph(0, 0, page.paint().warning(shelf.words().say("demo.banner")));
    STEPS.forEach(step -> step(shelf, page, step));
    page.heading(shelf.words().say("demo.now-you"));
    for (String line :
        List.of(
            "./parley classify --explain --lang "
                + shelf.words().language()
                + " library/incidents/municipal-ddos.yaml",
            "./parley scale show es/rd-43-2021",
            "./parley facts template --scale us/cisa-nciss > incident.yaml",
            "./parley classify --json incident.yaml")) {
      page.line(2, line);
    }
    talk.print(page);
  }

  private void step(Shelf shelf, Page page, Step step) {
    page.blank();
    page.line(page.paint().faint("─".repeat(60)));
    page.heading(
        (STEPS.indexOf(step) + 1)
            + ". "
            + shelf.words().say("demo.step-" + (STEPS.indexOf(step) + 1)));
    page.line(page.paint().faint("$ " + step.command()));
    byte[] bytes =
        shelf.library().source().bytes("incidents/" + step.sample() + ".yaml").orElseThrow();
    Intake intake =
        new Intake(shelf.library(), Optional.empty(), Optional.empty(), Optional.empty());
    Incident incident = intake.parley(bytes, step.file()).orThrow();
    Selection selection =
        new Selection(shelf.library(), Optional.empty(), Clock.systemUTC().instant());
    new ScaleChoice(shelf.library()).choose(step.scales(), Optional.empty(), selection).orThrow();
    IncidentPage text = new IncidentPage(shelf, page);
    text.tell(
        Assessment.of(incident, incident.latest(), selection, step.explain(), List.of()),
        step.explain(),
        step.plan().map(name -> PlanCommand.find(talk, shelf, name)));
    if (incident.revisions().size() > 1) {
      text.history(incident, selection);
    }
  }
}
