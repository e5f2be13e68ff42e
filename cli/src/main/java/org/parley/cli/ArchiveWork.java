package org.parley.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Assessment;
import org.parley.desk.Intake;
import org.parley.desk.Selection;
import org.parley.desk.Shelf;
import org.parley.desk.TypesFound;
import org.parley.desk.voice.Counts;
import org.parley.desk.voice.Page;
import org.parley.formats.archive.ArchiveFiles;
import org.parley.formats.archive.ArchiveRun;
import org.parley.formats.archive.Ended;
import org.parley.formats.result.ResultHead;

/// Classifies every record of an archive and tells a summary at the end.
final class ArchiveWork {

  private final Talk talk;
  private final Shelf shelf;
  private final Selection selection;
  private final Intake intake;
  private final TypesFound types;
  private final Counts counts = new Counts();

  ArchiveWork(Talk talk, Shelf shelf, Selection selection, Intake intake) {
    this.talk = talk;
    this.shelf = shelf;
    this.selection = selection;
    this.intake = intake;
    this.types = new TypesFound(shelf);
  }

  int run(ArchiveOptions options) {
    if (sameFile(options.in, options.out)
        || sameFile(options.in, options.rejects)
        || sameFile(options.out, options.rejects)) {
      throw talk.usage("--archive, --out and --rejects must be three different files");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(options.in), 1 << 16)) {
      return run(options, in, Files.size(options.in));
    } catch (NoSuchFileException missing) {
      talk.complain(missing.getFile() + ": there is no such file or folder");
      return missing.getFile().equals(options.in.toString())
          ? ExitStatus.NO_INPUT
          : ExitStatus.NO_OUTPUT;
    } catch (IOException fault) {
      talk.complain(
          "the run stopped: " + fault + ". What was written stays; run again with --resume.");
      return ExitStatus.NO_OUTPUT;
    }
  }

  private static boolean sameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private int run(ArchiveOptions options, InputStream in, long size) throws IOException {
    ArchiveFiles.Begin begin =
        options.resume
            ? ArchiveFiles.Begin.RESUME
            : options.over ? ArchiveFiles.Begin.OVER : ArchiveFiles.Begin.FRESH;
    Checked<ArchiveFiles> opened =
        ArchiveFiles.open(options.out, options.rejects, purpose(), begin);
    if (opened instanceof Checked.Refused<ArchiveFiles>(List<Issue> reasons)) {
      talk.complain(reasons);
      talk.complain("--resume goes on with it, --over throws it away");
      return ExitStatus.NO_OUTPUT;
    }
    Ended ended;
    try (ArchiveFiles files = opened.orThrow();
        Progress progress = Progress.on(talk, size)) {
      files.forEachKept(this::countAgain);
      ArchiveRun run =
          new ArchiveRun(
              options.in.toString(), intake.records(), this::line, ArchiveRun.Limits.USUAL);
      Checked<Ended> result = run.run(in, files, progress, files.resumeAt());
      if (result instanceof Checked.Refused<Ended>(List<Issue> reasons)) {
        talk.complain(reasons);
        return ExitStatus.BAD_INPUT;
      }
      ended = result.orThrow();
      if (ended.how() != Ended.How.STOPPED) {
        files.finish();
      }
    }
    return tell(ended, options);
  }

  /// What a run is for: a run is resumed only with the same scales.
  private String purpose() {
    return "classify "
        + String.join(
            ",",
            selection.editions().stream()
                .map(each -> each.heading().quoted() + "#" + each.digest().brief())
                .toList());
  }

  private String line(Incident incident, List<Issue> notes) {
    Revision revision = incident.latest();
    Assessment assessment = Assessment.of(incident, revision, selection, false, notes);
    counts.incident(types.names(revision));
    assessment
        .made()
        .forEach(made ->
            counts.grades(
                shelf.voice(made.classification().edition()),
                made.classification().outcome().possible()));
    return assessment.json(types.of(revision), shelf.library().catalogue());
  }

  /// Counts a line that the run before this one had written.
  private void countAgain(String line) {
    ResultHead head = ResultHead.of(line);
    counts.incident(types.names(head.types()));
    for (ScaleEdition edition : selection.editions()) {
      List<String> possible = head.possible().get(edition.heading().quoted());
      if (possible != null) {
        counts.grades(
            shelf.voice(edition),
            possible.stream().flatMap(word -> edition.levels().findGrade(word).stream()).toList());
      }
    }
  }

  private int tell(Ended ended, ArchiveOptions options) {
    Page page = talk.page();
    counts.tell(page, shelf.words());
    page.blank();
    page.line(
        shelf.words().say("summary.read")
            + " "
            + ended.tally().records()
            + " · "
            + shelf.words().say("summary.written")
            + " "
            + ended.tally().written()
            + " → "
            + options.out
            + " · "
            + shelf.words().say("summary.rejected")
            + " "
            + ended.tally().rejected()
            + " → "
            + options.rejects);
    talk.print(page);
    return switch (ended.how()) {
      case COMPLETE -> ExitStatus.OK;
      case CUT -> {
        talk.complain(
            options.in
                + ": "
                + ended.reason().orElse("the archive breaks off")
                + ". Everything before that is written.");
        yield ExitStatus.BAD_INPUT;
      }
      case STOPPED -> {
        talk.complain("stopped on request; --resume goes on from here");
        yield ExitStatus.STOPPED;
      }
    };
  }
}
