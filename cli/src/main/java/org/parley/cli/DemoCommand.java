package org.parley.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.parley.cli.print.Page;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A walk through the main job on the sample incidents that ship.
@Command(
    name = "demo",
    description = "Walks through the main job on sample incidents. Changes nothing.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

  @Mixin private final Talk talk = new Talk();

  @Override
  public void run() {
    Shelf shelf = talk.shelf();
    Page page = talk.page();
    page.title(shelf.words().say("demo.title"));
    page.paragraph(0, 0, page.paint().warning(shelf.words().say("demo.banner")));
    step(shelf, page, 1, "hospital-ransomware", List.of(), false, Optional.empty());
    step(
        shelf,
        page,
        2,
        "hospital-ransomware",
        List.of("us/cisa-nciss", "es/rd-43-2021"),
        true,
        Optional.empty());
    step(
        shelf,
        page,
        3,
        "hospital-ransomware-actor-unknown",
        List.of("us/cisa-nciss"),
        true,
        Optional.empty());
    step(
        shelf,
        page,
        4,
        "almost-nothing-known",
        List.of("us/cisa-nciss", "es/rd-43-2021", "uk/ncsc", "eu/nis2-art-23"),
        false,
        Optional.empty());
    step(shelf, page, 5, "payments-outage", List.of("eu/dora"), false, Optional.empty());
    step(
        shelf, page, 6, "municipal-ddos", List.of("parley/starter"), false, Optional.of("starter"));
    page.heading(shelf.words().say("demo.now-you"));
    for (String line :
        List.of(
            "./parley classify --explain --lang "
                + shelf.words().language()
                + " library/incidents/municipal-ddos.yaml",
            "./parley scale show es/rd-43-2021",
            "./parley facts template --scale us/cisa-nciss > incident.yaml",
            "./parley classify --json incident.yaml")) {
      page.line("  " + line);
    }
    talk.print(page);
  }

  private void step(
      Shelf shelf,
      Page page,
      int number,
      String sample,
      List<String> scales,
      boolean explain,
      Optional<String> plan) {
    page.blank();
    page.line(page.paint().faint("─".repeat(60)));
    page.heading(number + ". " + shelf.words().say("demo.step-" + number));
    String file = "library/incidents/" + sample + ".yaml";
    String command =
        "./parley classify"
            + (scales.isEmpty() ? "" : " --scale " + String.join(",", scales))
            + (explain ? " --explain" : "")
            + plan.map(name -> " --plan " + name).orElse("")
            + " "
            + file;
    page.line(page.paint().faint("$ " + command));
    byte[] bytes = shelf.library().source().bytes("incidents/" + sample + ".yaml").orElseThrow();
    Checked<Incident> read =
        new Intake(shelf.library(), Optional.empty(), Optional.empty()).parley(bytes, file);
    Incident incident = read.orThrow();
    Selection selection =
        new Selection(shelf.library(), Optional.empty(), Clock.systemUTC().instant());
    new ScaleChoice(shelf.library()).choose(scales, Optional.empty(), selection).orThrow();
    IncidentPage text = new IncidentPage(shelf, page);
    text.tell(
        Assessment.of(incident, incident.latest(), selection, explain, List.of()),
        explain,
        plan.map(name -> PlanCommand.find(talk, shelf, name)));
    if (incident.revisions().size() > 1) {
      text.history(incident, selection);
    }
  }
}
