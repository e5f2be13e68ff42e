package org.parley.formats.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// Reads an archive of incidents, one a line, plain or gzip, as a stream: for each record one line
/// goes to the sink, written or rejected, in the archive's order.
public final class ArchiveRun {

  /// The bounds of a run.
  ///
  /// @param longestLine the longest record accepted, in bytes
  /// @param idsRemembered among how many records duplicate ids are noticed
  public record Limits(int longestLine, int idsRemembered) {

    public static final Limits USUAL = new Limits(1 << 20, 250_000);
  }

  /// Where an earlier, unfinished run had come to.
  ///
  /// @param tally what that run had done
  /// @param prefix the SHA-256 of the unpacked archive up to there
  public record ResumeAt(Tally tally, Digest prefix) {}

  private final String document;
  private final RecordReader reader;
  private final LineMaker maker;
  private final Limits limits;

  /// @param document the name of the archive, for the places of issues
  public ArchiveRun(String document, RecordReader reader, LineMaker maker, Limits limits) {
    this.document = document;
    this.reader = reader;
    this.maker = maker;
    this.limits = limits;
  }

  /// Runs over the archive. Refused only where an unfinished run is to be resumed and the archive
  /// is not the one it had begun with.
  public Checked<Ended> run(
      InputStream source, Sink sink, Watcher watcher, Optional<ResumeAt> resumeAt)
      throws IOException {
    var bytes = new ArchiveBytes(source);
    var pass = new Pass(bytes, new ArchiveLines(bytes, limits.longestLine()), sink, watcher);
    if (resumeAt.isPresent() && !pass.skipTo(resumeAt.get())) {
      return new Refused<>(
          List.of(
              new Issue(
                  IssueCode.ARCHIVE_DIFFERS,
                  Place.of(document),
                  "this is not the archive that the unfinished run had begun to read",
                  Optional.of("start afresh, or give the archive of the unfinished run"))));
    }
    return new Sound<>(pass.finish(), List.of());
  }

  /// One pass over one archive.
  private final class Pass {
    private final ArchiveBytes bytes;
    private final ArchiveLines lines;
    private final Sink sink;
    private final Watcher watcher;
    private final SeenIds seen = new SeenIds(limits.idsRemembered());
    private Tally tally = Tally.NONE;

    Pass(ArchiveBytes bytes, ArchiveLines lines, Sink sink, Watcher watcher) {
      this.bytes = bytes;
      this.lines = lines;
      this.sink = sink;
      this.watcher = watcher;
    }

    /// Reads past what an earlier run has dealt with; false where the archive is another one. The
    /// records are read again for their ids, so that a resumed run writes what one run would have.
    boolean skipTo(ResumeAt to) throws IOException {
      for (long i = 0; i < to.tally().lines(); i++) {
        Optional<Line> line = lines.next();
        if (line.isEmpty()) {
          return false;
        }
        if (line.get().state() == Line.State.WHOLE) {
          read(line.get());
        }
      }
      tally = to.tally();
      return lines.soFar().equals(to.prefix());
    }

    Ended finish() throws IOException {
      Optional<Line> line = lines.next();
      while (line.isPresent()) {
        dealWith(line.get());
        sink.at(new Checkpoint(tally, lines.soFar()));
        watcher.at(tally, bytes.taken());
        if (watcher.stopAsked()) {
          return new Ended(tally, Ended.How.STOPPED, Optional.of("stopped on request"));
        }
        line = lines.next();
      }
      return bytes.cut().isPresent()
          ? new Ended(tally, Ended.How.CUT, bytes.cut())
          : new Ended(tally, Ended.How.COMPLETE, Optional.empty());
    }

    private void dealWith(Line line) throws IOException {
      if (line.state() == Line.State.BLANK) {
        tally = tally.andBlank();
        return;
      }
      switch (read(line)) {
        case Sound<Incident>(Incident incident, List<Issue> report) -> {
          sink.write(maker.lineFor(incident, report));
          tally = tally.andWritten();
        }
        case Refused<Incident>(List<Issue> reasons) -> {
          sink.reject(RejectLine.of(line, reasons));
          tally = tally.andRejected();
        }
      }
    }

    private Checked<Incident> read(Line line) {
      return switch (line.state()) {
        case BLANK, WHOLE -> readWhole(line);
        case TOO_LONG ->
            refused(
                line,
                IssueCode.DOCUMENT_TOO_LARGE,
                "the record has " + line.length() + " bytes; " + limits.longestLine() + " is most",
                "split it, or leave it out");
        case CUT ->
            refused(
                line,
                IssueCode.TRUNCATED,
                "the archive breaks off in the middle of this record",
                "get the archive again and compare its size");
      };
    }

    private Checked<Incident> readWhole(Line line) {
      OptionalInt fault = Utf8.faultIn(line.bytes());
      if (fault.isPresent()) {
        return refused(
            line,
            IssueCode.NOT_UTF8,
            "byte " + (fault.getAsInt() + 1) + " of the record is not UTF-8",
            "save the archive as UTF-8");
      }
      int number = (int) Math.min(line.number(), Integer.MAX_VALUE);
      return switch (reader.read(line.bytes(), document, number)) {
        case Sound<Incident>(Incident incident, List<Issue> report) ->
            new Sound<>(incident, withDuplicate(incident, report, line));
        case Refused<Incident> refused -> refused;
      };
    }

    private List<Issue> withDuplicate(Incident incident, List<Issue> report, Line line) {
      Optional<Long> before = seen.seenBefore(incident.id(), line.number());
      if (before.isEmpty()) {
        return report;
      }
      List<Issue> more = new ArrayList<>(report);
      more.add(
          new Issue(
              IssueCode.AMBIGUOUS,
              place(line),
              "line " + before.get() + " has the same incident id; both are kept",
              Optional.of("let a person decide whether they are one incident")));
      return List.copyOf(more);
    }

    private Checked<Incident> refused(Line line, IssueCode code, String message, String remedy) {
      return new Refused<>(List.of(new Issue(code, place(line), message, Optional.of(remedy))));
    }

    private Place place(Line line) {
      int number = (int) Math.min(line.number(), Integer.MAX_VALUE);
      return new Place(document, number, 0, Optional.empty());
    }
  }
}
