package org.parley.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.formats.archive.ArchiveRun;
import org.parley.formats.archive.Checkpoint;
import org.parley.formats.archive.Ended;
import org.parley.formats.archive.Sink;
import org.parley.formats.archive.Watcher;
import org.parley.formats.parley.Shipped;
import org.parley.formats.veris.VerisReader;

/** The public sample of VERIS records as one archive. */
class VcdbArchiveTest implements Sink {
  private final List<String> written = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  @Test
  void noRecordOfTheArchiveIsLost() throws IOException {
    Ended ended = run(sample());

    assertThat(ended.how()).isEqualTo(Ended.How.COMPLETE);
    assertThat(ended.tally().written()).isEqualTo(414);
    assertThat(ended.tally().rejected()).isZero();
    assertThat(written).hasSize(414).doesNotHaveDuplicates();
  }

  @Test
  void aCutArchiveKeepsItsWholeRecords() throws IOException {
    byte[] sample = sample();
    Ended ended = run(Arrays.copyOf(sample, sample.length * 2 / 3));

    assertThat(ended.how()).isEqualTo(Ended.How.CUT);
    assertThat(written).hasSizeBetween(200, 400);
    assertThat(ended.tally().records()).isEqualTo(written.size() + rejected.size());
    assertThat(rejected).hasSizeLessThanOrEqualTo(1).allMatch(line -> line.contains("P112"));
  }

  private Ended run(byte[] archive) throws IOException {
    VerisReader reader = VerisReader.with(Shipped.catalogue()).orThrow();
    return new ArchiveRun(
            "vcdb",
            reader::read,
            (incident, report) -> incident.id() + " " + report.size(),
            ArchiveRun.Limits.USUAL)
        .run(new ByteArrayInputStream(archive), this, Watcher.none(), Optional.empty())
        .orThrow();
  }

  private static byte[] sample() throws IOException {
    return Files.readAllBytes(SharedFolder.file("vcdb/vcdb-sample.ndjson.gz"));
  }

  @Override
  public void write(String line) {
    written.add(line);
  }

  @Override
  public void reject(String line) {
    rejected.add(line);
  }

  @Override
  public void at(Checkpoint checkpoint) {}
}
