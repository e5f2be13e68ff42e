package org.parley.formats.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// The two files an archive run writes, and what is needed to resume it.
///
/// Until the run is finished, both stand under names ending in `.part`, with a small file ending in
/// `.resume` beside them that says how far the run had come. A run that is killed at any moment can
/// be resumed: lines after the state last kept are cut off and written again.
public final class ArchiveFiles implements Sink, Closeable {

  /// What to do about files of an unfinished run.
  public enum Begin {
    /// Refuse to touch them.
    FRESH,
    /// Throw them away.
    OVER,
    /// Go on where they end; begin at the start where there are none.
    RESUME
  }

  private static final int LINES_BETWEEN_STATES = 500;

  private final Path state;
  private final String purpose;
  private final Optional<RunState> resumed;
  private final LineFile written;
  private final LineFile rejected;
  private Optional<RunState> last = Optional.empty();
  private int sinceSaved;

  private ArchiveFiles(
      Path state, String purpose, Optional<RunState> resumed, LineFile written, LineFile rejected) {
    this.state = state;
    this.purpose = purpose;
    this.resumed = resumed;
    this.written = written;
    this.rejected = rejected;
  }

  /// Opens the files of a run. Refused where an unfinished run is in the way, or cannot be resumed.
  ///
  /// @param out gets the lines about records
  /// @param rejects gets the rejected records
  /// @param purpose one line that says what the run is for, such as the scales and settings; a run
  ///   is resumed only for the same purpose
  public static Checked<ArchiveFiles> open(Path out, Path rejects, String purpose, Begin begin)
      throws IOException {
    Path state = out.resolveSibling(out.getFileName() + ".resume");
    Optional<RunState> left = RunState.load(state);
    boolean unfinished = Files.exists(LineFile.unfinished(out)) || Files.exists(state);
    if (begin == Begin.FRESH && unfinished) {
      return refused(
          IssueCode.RUN_UNFINISHED,
          out,
          "an unfinished run has left its files here",
          "resume it, or say that it may be thrown away");
    }
    if (begin != Begin.RESUME || !unfinished) {
      return opened(state, purpose, Optional.empty(), out, rejects);
    }
    return resume(state, purpose, left, out, rejects);
  }

  private static Checked<ArchiveFiles> resume(
      Path state, String purpose, Optional<RunState> left, Path out, Path rejects)
      throws IOException {
    boolean whole =
        left.isPresent()
            && LineFile.lengthOfUnfinished(out) >= left.get().written()
            && LineFile.lengthOfUnfinished(rejects) >= left.get().rejected();
    if (!whole) {
      return refused(
          IssueCode.RUN_UNFINISHED,
          out,
          "the files of the unfinished run are damaged and cannot be resumed",
          "start the run over");
    }
    if (!left.get().purpose().equals(purpose)) {
      return refused(
          IssueCode.RUN_UNFINISHED,
          out,
          "the unfinished run had other settings: " + left.get().purpose(),
          "resume it with those settings, or start over");
    }
    return opened(state, purpose, left, out, rejects);
  }

  private static Checked<ArchiveFiles> opened(
      Path state, String purpose, Optional<RunState> from, Path out, Path rejects)
      throws IOException {
    LineFile written = LineFile.open(out, from.map(RunState::written).orElse(0L));
    try {
      LineFile rejected = LineFile.open(rejects, from.map(RunState::rejected).orElse(0L));
      return new Sound<>(
          new ArchiveFiles(state, purpose.replace('\n', ' '), from, written, rejected), List.of());
    } catch (IOException fault) {
      written.close();
      throw fault;
    }
  }

  private static Checked<ArchiveFiles> refused(
      IssueCode code, Path out, String message, String remedy) {
    return new Refused<>(
        List.of(new Issue(code, Place.of(out.toString()), message, Optional.of(remedy))));
  }

  /// Where an unfinished run had come to, if these files resume one.
  public Optional<ArchiveRun.ResumeAt> resumeAt() {
    return resumed.map(from -> new ArchiveRun.ResumeAt(from.tally(), from.prefix()));
  }

  /// Hands over every line that an unfinished run had written and that is kept, in order.
  public void forEachKept(Consumer<String> use) throws IOException {
    written.forEachLine(resumed.map(RunState::written).orElse(0L), use);
  }

  @Override
  public void write(String line) throws IOException {
    written.line(line);
  }

  @Override
  public void reject(String line) throws IOException {
    rejected.line(line);
  }

  @Override
  public void at(Checkpoint checkpoint) throws IOException {
    last =
        Optional.of(
            new RunState(
                purpose,
                checkpoint.tally(),
                checkpoint.prefix(),
                written.length(),
                rejected.length()));
    sinceSaved++;
    if (sinceSaved >= LINES_BETWEEN_STATES) {
      save();
    }
  }

  /// Gives both files their real names and forgets how to resume.
  public void finish() throws IOException {
    rejected.finish();
    written.finish();
    Files.deleteIfExists(state);
  }

  /// Keeps how far the run has come; the files stay unfinished unless [#finish()] was called.
  @Override
  public void close() throws IOException {
    if (sinceSaved > 0 && Files.exists(LineFile.unfinished(written.path()))) {
      save();
    }
    try (written;
        rejected) {
      sinceSaved = 0;
    }
  }

  private void save() throws IOException {
    written.flush();
    rejected.flush();
    if (last.isPresent()) {
      last.get().save(state);
    }
    sinceSaved = 0;
  }
}
