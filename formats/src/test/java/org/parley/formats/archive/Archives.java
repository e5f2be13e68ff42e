package org.parley.formats.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/** Small archives whose records are bare words: the word is the id, and "bad" is rejected. */
final class Archives {
  private Archives() {}

  static final RecordReader WORDS = Archives::readWord;

  /** The line about a record: its id, and how many notes its loss report has. */
  static final LineMaker ECHO =
      (incident, report) -> report.isEmpty() ? incident.id() : incident.id() + " " + report.size();

  static Checked<Incident> readWord(byte[] record, String document, int line) {
    String word = new String(record, StandardCharsets.UTF_8);
    if (word.startsWith("bad")) {
      Place place = new Place(document, line, 1, Optional.empty());
      return new Refused<>(
          List.of(new Issue(IssueCode.SYNTAX, place, "this record is bad", Optional.empty())));
    }
    Revision only =
        new Revision(
            1, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    return new Sound<>(
        new Incident(word, Optional.empty(), new Realm.Real(), Digest.of(record), List.of(only)),
        List.of());
  }

  /** Keeps in memory what a run gives. */
  static final class Memory implements Sink {
    final List<String> written = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    final List<Tally> tallies = new ArrayList<>();

    @Override
    public void write(String line) {
      written.add(line);
    }

    @Override
    public void reject(String line) {
      rejected.add(line);
    }

    @Override
    public void at(Checkpoint checkpoint) {
      tallies.add(checkpoint.tally());
    }
  }

  static Ended run(byte[] archive, Sink sink) {
    return run(archive, sink, ArchiveRun.Limits.USUAL);
  }

  static Ended run(byte[] archive, Sink sink, ArchiveRun.Limits limits) {
    try {
      return new ArchiveRun("test.ndjson", WORDS, ECHO, limits)
          .run(new ByteArrayInputStream(archive), sink, Watcher.none(), Optional.empty())
          .orThrow();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] plain) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return packed.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
