package org.parley.formats.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.archive.Archives.gzip;
import static org.parley.formats.archive.Archives.joined;
import static org.parley.formats.archive.Archives.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Digest;
import org.parley.formats.archive.Archives.Memory;

class ArchiveRunTest {
  private final Memory sink = new Memory();

  @Test
  void eachRecordGivesOneLineInTheOrderOfTheArchive() {
    Ended ended = Archives.run(text("a\nbad one\nb\n"), sink);

    assertThat(sink.written).containsExactly("a", "b");
    assertThat(sink.rejected).hasSize(1);
    assertThat(ended.how()).isEqualTo(Ended.How.COMPLETE);
    assertThat(ended.tally()).isEqualTo(new Tally(2, 1, 0));
  }

  @Test
  void packedAndPlainArchivesAreToldApartByTheirFirstBytes() {
    Archives.run(gzip(text("a\nb\n")), sink);

    assertThat(sink.written).containsExactly("a", "b");
  }

  @Test
  void packedArchivesOfSeveralMembersAreReadToTheirEnd() {
    Archives.run(joined(gzip(text("a\nb")), gzip(text("c\n")), new byte[512]), sink);

    assertThat(sink.written).containsExactly("a", "bc");
  }

  @Test
  void somethingElseAfterThePackedPartIsTold() {
    Ended ended = Archives.run(joined(gzip(text("a\n")), text("garbage")), sink);

    assertThat(sink.written).containsExactly("a");
    assertThat(ended.how()).isEqualTo(Ended.How.CUT);
    assertThat(ended.reason()).contains("what follows the packed data is not gzip");
  }

  @Test
  void aCutArchiveKeepsWhatWasReadAndRejectsTheRecordItBreaksOffIn() {
    byte[] packed = gzip(randomLines(20_000));
    Ended ended = Archives.run(Arrays.copyOf(packed, packed.length / 2), sink);

    assertThat(ended.how()).isEqualTo(Ended.How.CUT);
    assertThat(ended.reason()).contains("the packed data end in the middle");
    assertThat(sink.written).hasSizeGreaterThan(5_000);
    assertThat(sink.written).hasSize((int) ended.tally().written());
    assertThat(sink.rejected).hasSize((int) ended.tally().rejected()).hasSizeLessThanOrEqualTo(1);
    assertThat(sink.rejected).allMatch(line -> line.contains("\"code\":\"P112\""));
  }

  @Test
  void aDamagedArchiveIsNotTakenForAWholeOne() {
    byte[] packed = gzip(randomLines(2_000));
    packed[packed.length - 6] ^= 1;

    Ended ended = Archives.run(packed, sink);

    assertThat(ended.how()).isEqualTo(Ended.How.CUT);
    assertThat(ended.reason()).contains("the packed data do not fit their checksum");
    assertThat(sink.written).hasSize(2_000);
  }

  @Test
  void blankLinesAreSkippedAndCounted() {
    Ended ended = Archives.run(text("\n  \na\r\n\t\r\n\nb"), sink);

    assertThat(sink.written).containsExactly("a", "b");
    assertThat(ended.tally()).isEqualTo(new Tally(2, 0, 4));
    assertThat(ended.tally().lines()).isEqualTo(6);
  }

  @Test
  void anEmptyArchiveHasNoRecords() {
    assertThat(Archives.run(new byte[0], sink).tally()).isEqualTo(Tally.NONE);
    assertThat(Archives.run(gzip(new byte[0]), sink).tally()).isEqualTo(Tally.NONE);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstRecord() {
    Archives.run(text("\uFEFFa\nb\n"), sink);

    assertThat(sink.written).containsExactly("a", "b");
  }

  @Test
  void aRecordOfTheLongestLengthIsReadAndOneByteMoreIsNot() {
    var limits = new ArchiveRun.Limits(10, 100);
    Ended ended = Archives.run(text("aaaaaaaaaa\r\nbbbbbbbbbbb\nc\n"), sink, limits);

    assertThat(sink.written).containsExactly("aaaaaaaaaa", "c");
    assertThat(ended.tally().rejected()).isEqualTo(1);
    assertThat(sink.rejected.getFirst())
        .contains("\"line\":2", "\"bytes\":11", "\"code\":\"P102\"")
        .contains(Digest.of(text("bbbbbbbbbbb")).hex())
        .doesNotContain("bbbbbbbbbbb\"");
  }

  @Test
  void aLineWithoutEndIsReadInBoundedMemory() throws IOException {
    var endless = new Endless(200_000_000);
    var run =
        new ArchiveRun("test", Archives.WORDS, Archives.ECHO, new ArchiveRun.Limits(1000, 10));

    Ended ended = run.run(endless, sink, Watcher.none(), Optional.empty()).orThrow();

    assertThat(ended.tally()).isEqualTo(new Tally(0, 1, 0));
    assertThat(sink.rejected.getFirst()).contains("\"bytes\":200000000");
  }

  @Test
  void recordsThatAreNotUtf8AreRejectedWithTheirBytesKept() {
    byte[] latin = {'b', (byte) 0xfc, 'c'};
    Archives.run(joined(text("a\n"), latin, text("\nd\n")), sink);

    assertThat(sink.written).containsExactly("a", "d");
    assertThat(sink.rejected.getFirst())
        .contains("\"code\":\"P103\"", "byte 2 of the record is not UTF-8", "test.ndjson:2")
        .contains("\"base64\":\"" + Base64.getEncoder().encodeToString(latin) + "\"");
  }

  @Test
  void overlongAndSurrogateFormsAreNotUtf8() {
    byte[] overlong = {(byte) 0xc0, (byte) 0xaf, '\n'};
    byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'};
    Ended ended = Archives.run(joined(overlong, surrogate), sink);

    assertThat(ended.tally()).isEqualTo(new Tally(0, 2, 0));
  }

  @Test
  void aRejectedRecordKeepsItsTextItsPlaceAndTheReasons() {
    Archives.run(text("\nbad \"quoted\" \u0001 ü\n"), sink);

    assertThat(sink.rejected.getFirst())
        .isEqualTo(
            "{\"line\":2,\"sha256\":\""
                + Digest.of(text("bad \"quoted\" \u0001 ü"))
                + "\",\"bytes\":17,\"issues\":[{\"code\":\"P104\",\"at\":\"test.ndjson:2:1\","
                + "\"message\":\"this record is bad\"}],"
                + "\"text\":\"bad \\\"quoted\\\" \\u0001 ü\"}");
  }

  @Test
  void theSameIdWithOtherCapitalsIsToldAndBothAreKept() {
    Archives.run(text("AB\nc\nab\n"), sink);

    assertThat(sink.written).containsExactly("AB", "c", "ab 1");
  }

  @Test
  void theTallyAlwaysAddsUp() {
    RandomGenerator random = seeded(7);
    var archive = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      archive.append(
          switch (random.nextInt(4)) {
            case 0 -> "bad" + i;
            case 1 -> "";
            case 2 -> "x".repeat(random.nextInt(200));
            default -> "word" + i;
          });
      archive.append('\n');
    }
    var limits = new ArchiveRun.Limits(150, 10_000);
    Ended ended = Archives.run(text(archive.toString()), sink, limits);

    assertThat(ended.tally().lines()).isEqualTo(3_000);
    assertThat(sink.tallies).hasSize(3_000);
    assertThat(sink.written).hasSize((int) ended.tally().written());
    assertThat(sink.rejected).hasSize((int) ended.tally().rejected());
    assertThat(ended.tally().records())
        .isEqualTo(ended.tally().written() + ended.tally().rejected());
  }

  @Test
  void theWatcherSeesTheBytesOfTheSourceAsTheyArePacked() throws IOException {
    byte[] packed = gzip(randomLines(5_000));
    long[] last = {0, 0};
    var watcher =
        new Watcher() {
          @Override
          public void at(Tally tally, long taken) {
            last[0] = tally.lines();
            last[1] = taken;
          }

          @Override
          public boolean stopAsked() {
            return false;
          }
        };
    new ArchiveRun("test", Archives.WORDS, Archives.ECHO, ArchiveRun.Limits.USUAL)
        .run(new ByteArrayInputStream(packed), sink, watcher, Optional.empty());

    assertThat(last).containsExactly(5_000, packed.length);
  }

  static byte[] randomLines(int count) {
    RandomGenerator random = seeded(3);
    var archive = new StringBuilder();
    for (int i = 0; i < count; i++) {
      archive.append(i).append('-').append(Long.toHexString(random.nextLong())).append('\n');
    }
    return archive.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static RandomGenerator seeded(long seed) {
    System.out.println("seed " + seed);
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** So many bytes of one letter and no line end. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, most);
      Arrays.fill(into, from, from + count, (byte) 'x');
      left -= count;
      return count;
    }
  }
}
