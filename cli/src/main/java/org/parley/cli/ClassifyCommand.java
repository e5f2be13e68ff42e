package org.parley.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.response.ResponsePlan;
import org.parley.desk.Assessment;
import org.parley.desk.Intake;
import org.parley.desk.ScaleChoice;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.TypesFound;
import org.parley.desk.voice.Page;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Classifies incidents on national severity scales.
@Command(
    name = "classify",
    description = "Says how grave an incident is on national severity scales, with reasons.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  parley classify incident.yaml",
      "      on every scale that ships, for people",
      "  parley classify --scale us/cisa-nciss,es/rd-43-2021 --explain incident.yaml",
      "      two scales, with all reasons and what would change the level",
      "  parley classify --plan starter incident.yaml",
      "      who is called, what is done, what is due by when",
      "  parley classify --json incident.yaml | jq .classifications[].level",
      "  parley classify --from table --mapping register.map.yaml register.xlsx",
      "  parley classify --from veris --archive vcdb.ndjson.gz --out out.ndjson --rejects"
          + " bad.ndjson",
      "",
      "What is not stated is unknown, and unknown is never zero: where it matters, the answer is",
      "the exact range of levels that are still possible, with the questions that would settle it.",
      "",
      "Exit status: 0 done, 64 wrong command line, 65 bad data, 66 no such input, 73 cannot write."
    })
final class ClassifyCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "ID[@EDITION]",
      description =
          "Scales to use, as `parley scale list` names them, or paths of scale.yaml files. Default:"
              + " all.")
  private List<String> scales = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description =
          "Format of the input: parley, veris or table. Default: guessed from name and content.")
  private Optional<Intake.Format> from = Optional.empty();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Mapping of a table's columns, made by `parley map`.")
  private Optional<Path> mapping = Optional.empty();

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "Use the editions in force on this day, whatever the incident says (what if).")
  private Optional<LocalDate> day = Optional.empty();

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "Say what this response plan asks for.")
  private Optional<String> plan = Optional.empty();

  @Option(
      names = "--explain",
      description = "Tell all reasons, and every single fact that would change the level.")
  private boolean explain;

  @Option(names = "--history", description = "Show how the level moved from revision to revision.")
  private boolean history;

  @Option(
      names = "--nothing-else-by",
      paramLabel = "WHO",
      description =
          "Take every fact that is not stated as \"nothing happened\", on the word of WHO, who is"
              + " named in the result.")
  private Optional<String> nothingElseBy = Optional.empty();

  @Option(
      names = "--joined",
      description =
          "Also join incidents with one root cause where a scale counts recurring incidents as"
              + " one.")
  private boolean joined;

  @Option(names = "--json", description = "One line of JSON an incident.")
  private boolean json;

  @ArgGroup(
      exclusive = false,
      heading = "%nMany incidents in one file, one a line (NDJSON, plain or gzip):%n")
  private @Nullable ArchiveOptions archive;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Incident files; - is the standard input.")
  private List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    Shelf shelf = talk.shelf();
    Selection selection = new Selection(shelf.library(), day, Clock.systemUTC().instant());
    Checked<Boolean> chosen = new ScaleChoice(shelf.library()).choose(scales, day, selection);
    if (chosen instanceof Checked.Refused<Boolean>(List<Issue> reasons)) {
      talk.complain(reasons);
      return ExitStatus.BAD_INPUT;
    }
    Intake intake = new Intake(shelf.library(), from, mapping, nothingElseBy);
    if (archive != null) {
      return new ArchiveWork(talk, shelf, selection, intake).run(archive);
    }
    if (files.isEmpty()) {
      throw talk.usage("name at least one incident file, or - for the standard input");
    }
    return each(shelf, selection, intake);
  }

  private int each(Shelf shelf, Selection selection, Intake intake) {
    Optional<ResponsePlan> chosenPlan = plan.map(name -> PlanCommand.find(talk, shelf, name));
    int worst = ExitStatus.OK;
    List<Incident> all = new ArrayList<>();
    for (String file : files) {
      switch (intake.read(file)) {
        case Intake.Read.Missing(String reason) -> {
          talk.complain(reason);
          worst = Math.max(worst, ExitStatus.NO_INPUT);
        }
        case Intake.Read.Records(List<Checked<Incident>> records) -> {
          for (Checked<Incident> record : records) {
            worst = Math.max(worst, one(shelf, selection, record, chosenPlan, all));
          }
        }
      }
    }
    if (joined) {
      new JoinedText(talk, shelf, selection).tell(all);
    }
    talk.out().flush();
    return worst;
  }

  private int one(
      Shelf shelf,
      Selection selection,
      Checked<Incident> record,
      Optional<ResponsePlan> chosenPlan,
      List<Incident> all) {
    switch (record) {
      case Checked.Refused<Incident>(List<Issue> reasons) -> {
        talk.complain(reasons);
        return ExitStatus.BAD_INPUT;
      }
      case Checked.Sound<Incident>(Incident incident, List<Issue> notes) -> {
        all.add(incident);
        Revision revision = incident.latest();
        Assessment assessment = Assessment.of(incident, revision, selection, explain, notes);
        if (json) {
          talk.out()
              .println(
                  assessment.json(new TypesFound(shelf).of(revision), shelf.library().catalogue()));
        } else {
          Page page = talk.page();
          IncidentPage text = new IncidentPage(shelf, page);
          text.tell(assessment, explain, chosenPlan);
          if (history || incident.revisions().size() > 1) {
            text.history(incident, selection);
          }
          LossText.tell(page, shelf.words(), notes, explain);
          talk.print(page);
        }
        return ExitStatus.OK;
      }
    }
  }
}
