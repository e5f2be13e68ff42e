package org.parley.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;

class ArchiveFilesTest {
  private static final String PURPOSE = "scales eu/dora@2024-1772";
  private static final int RECORDS = 4_321;

  @TempDir Path folder;

  @Test
  void theRealNamesAppearOnlyWhenTheRunIsFinished() throws IOException {
    try (ArchiveFiles files = open(ArchiveFiles.Begin.FRESH).orThrow()) {
      run(files, archive(), stopAfter(Long.MAX_VALUE));
      assertThat(out()).doesNotExist();
      assertThat(rejects()).doesNotExist();
      files.finish();
    }

    assertThat(Files.readAllLines(out())).hasSize(RECORDS - RECORDS / 10);
    assertThat(Files.readAllLines(rejects())).hasSize(RECORDS / 10);
    assertThat(filesIn(folder)).containsExactlyInAnyOrder("out.ndjson", "bad.ndjson");
  }

  @Test
  void aStoppedRunLeavesWholeLinesAndResumesToTheSameBytes() throws IOException {
    for (long stop : List.of(1L, 499L, 500L, 501L, 3_000L, (long) RECORDS)) {
      Files.createDirectories(folder.resolve("whole"));
      byte[] whole = wholeRun(folder.resolve("whole"));

      try (ArchiveFiles files = open(ArchiveFiles.Begin.OVER).orThrow()) {
        Ended ended = run(files, archive(), stopAfter(stop)).orThrow();
        assertThat(ended.how()).isEqualTo(Ended.How.STOPPED);
        assertThat(ended.tally().lines()).isEqualTo(stop);
      }
      assertThat(Files.readString(part("out.ndjson"))).matches("(?s)|.*\n");

      try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
        List<String> kept = new ArrayList<>();
        files.forEachKept(kept::add);
        assertThat(kept).hasSize((int) files.resumeAt().orElseThrow().tally().written());
        Ended ended = run(files, archive(), stopAfter(Long.MAX_VALUE)).orThrow();
        assertThat(ended.tally().lines()).isEqualTo(RECORDS);
        files.finish();
      }
      assertThat(Files.readAllBytes(out())).isEqualTo(whole);
    }
  }

  @Test
  void aKilledRunIsResumedFromTheStateLastKept() throws IOException {
    byte[] whole = wholeRun(Files.createDirectories(folder.resolve("whole")));
    ArchiveFiles killed = open(ArchiveFiles.Begin.FRESH).orThrow();
    run(killed, archive(), stopAfter(2_700));
    // Nothing is closed, as after a kill; and half a line has reached the disk.
    Files.writeString(part("out.ndjson"), Files.readString(part("out.ndjson")) + "half a li");

    try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
      assertThat(files.resumeAt()).get().matches(at -> at.tally().lines() == 2_500);
      run(files, archive(), stopAfter(Long.MAX_VALUE));
      files.finish();
    }

    assertThat(Files.readAllBytes(out())).isEqualTo(whole);
  }

  @Test
  void aFailingLineMakerLeavesARunThatCanBeResumed() throws IOException {
    byte[] whole = wholeRun(Files.createDirectories(folder.resolve("whole")));
    LineMaker failing =
        (incident, report) -> {
          if (incident.id().equals("record 777")) {
            throw new IllegalStateException("defect");
          }
          return Archives.ECHO.lineFor(incident, report);
        };
    assertThatThrownBy(
            () -> {
              try (ArchiveFiles files = open(ArchiveFiles.Begin.FRESH).orThrow()) {
                new ArchiveRun("test", Archives.WORDS, failing, ArchiveRun.Limits.USUAL)
                    .run(
                        new ByteArrayInputStream(archive()),
                        files,
                        Watcher.none(),
                        Optional.empty());
              }
            })
        .hasMessage("defect");

    try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
      assertThat(files.resumeAt()).get().matches(at -> at.tally().lines() == 777);
      run(files, archive(), stopAfter(Long.MAX_VALUE));
      files.finish();
    }
    assertThat(Files.readAllBytes(out())).isEqualTo(whole);
  }

  @Test
  void anUnfinishedRunIsNotOverwrittenUnasked() throws IOException {
    stopped();

    assertThat(reason(open(ArchiveFiles.Begin.FRESH)))
        .contains("an unfinished run has left its files here");
  }

  @Test
  void aRunIsResumedOnlyWithItsOwnSettings() throws IOException {
    stopped();

    assertThat(
            reason(ArchiveFiles.open(out(), rejects(), "other scales", ArchiveFiles.Begin.RESUME)))
        .contains("the unfinished run had other settings: " + PURPOSE);
  }

  @Test
  void aRunIsResumedOnlyWithItsOwnArchive() throws IOException {
    stopped();

    try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
      byte[] other = Archives.text("another\n".repeat(RECORDS));
      Checked<Ended> refused = run(files, other, stopAfter(Long.MAX_VALUE));
      assertThat(refused.issues().getFirst().code()).isEqualTo(IssueCode.ARCHIVE_DIFFERS);
    }
    try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
      assertThat(run(files, new byte[0], stopAfter(Long.MAX_VALUE))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aShortenedFileOfAnUnfinishedRunIsSeen() throws IOException {
    stopped();
    Files.writeString(part("out.ndjson"), "");

    assertThat(reason(open(ArchiveFiles.Begin.RESUME))).contains("damaged");
  }

  @Test
  void resumingWhereNothingIsLeftBeginsAtTheStart() throws IOException {
    try (ArchiveFiles files = open(ArchiveFiles.Begin.RESUME).orThrow()) {
      assertThat(files.resumeAt()).isEmpty();
    }
  }

  private void stopped() throws IOException {
    try (ArchiveFiles files = open(ArchiveFiles.Begin.FRESH).orThrow()) {
      run(files, archive(), stopAfter(1_000));
    }
  }

  private static String reason(Checked<ArchiveFiles> refused) {
    assertThat(refused).isInstanceOf(Refused.class);
    return String.join("; ", refused.issues().stream().map(Issue::message).toList());
  }

  private static byte[] wholeRun(Path into) throws IOException {
    Path out = into.resolve("out.ndjson");
    Checked<ArchiveFiles> opened =
        ArchiveFiles.open(out, into.resolve("bad.ndjson"), PURPOSE, ArchiveFiles.Begin.OVER);
    try (ArchiveFiles files = opened.orThrow()) {
      run(files, archive(), stopAfter(Long.MAX_VALUE));
      files.finish();
    }
    return Files.readAllBytes(out);
  }

  private static Checked<Ended> run(ArchiveFiles files, byte[] archive, Watcher watcher)
      throws IOException {
    return new ArchiveRun("test", Archives.WORDS, Archives.ECHO, ArchiveRun.Limits.USUAL)
        .run(new ByteArrayInputStream(archive), files, watcher, files.resumeAt());
  }

  /** Every tenth record is bad; the 3000th is not, and repeats the id of the first. */
  private static byte[] archive() {
    var text = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      text.append(i % 10 == 0 ? "bad " : "record ").append(i == 3_000 ? 1 : i).append('\n');
    }
    return Archives.gzip(Archives.text(text.toString().replace("bad 1\n", "RECORD 1\n"))).clone();
  }

  private static Watcher stopAfter(long lines) {
    return new Watcher() {
      private long seen;

      @Override
      public void at(Tally tally, long taken) {
        seen = tally.lines();
      }

      @Override
      public boolean stopAsked() {
        return seen >= lines;
      }
    };
  }

  private Checked<ArchiveFiles> open(ArchiveFiles.Begin begin) throws IOException {
    return ArchiveFiles.open(out(), rejects(), PURPOSE, begin);
  }

  private Path out() {
    return folder.resolve("out.ndjson");
  }

  private Path rejects() {
    return folder.resolve("bad.ndjson");
  }

  private Path part(String name) {
    return folder.resolve(name + ".part");
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
