package org.parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.formats.archive.RecordReader;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import org.parley.formats.veris.VerisReader;

/// Reads incidents from files in any format that is understood.
final class Intake {

  /// The largest file of incidents that is read whole; larger ones are archives.
  private static final int LARGEST = 64 << 20;

  /// The formats by the names that the command line uses.
  enum Format {
    parley,
    veris,
    table
  }

  /// What reading one file gave.
  sealed interface Read {
    record Missing(String reason) implements Read {}

    record Records(List<Checked<Incident>> records) implements Read {}
  }

  private final Library library;
  private final Optional<Format> from;
  private final Optional<Path> mapping;
  private Optional<VerisReader> veris = Optional.empty();

  Intake(Library library, Optional<Format> from, Optional<Path> mapping) {
    this.library = library;
    this.from = from;
    this.mapping = mapping;
  }

  Read read(String file) {
    try {
      byte[] bytes = file.equals("-") ? standardInput() : Files.readAllBytes(Path.of(file));
      return new Read.Records(records(bytes, file.equals("-") ? "standard input" : file));
    } catch (NoSuchFileException missing) {
      return new Read.Missing(file + ": there is no such file");
    } catch (IOException fault) {
      return new Read.Missing(file + ": cannot be read (" + fault.getMessage() + ")");
    }
  }

  private static byte[] standardInput() throws IOException {
    InputStream in = System.in;
    return in.readNBytes(LARGEST + 1);
  }

  /// Reads the records of an archive, one at a time; tables are no archives.
  RecordReader records() {
    return (bytes, document, line) ->
        switch (from.orElseGet(() -> guess(bytes, document))) {
          case parley, table -> parley(bytes, document + " line " + line);
          case veris -> veris().read(bytes, document, line);
        };
  }

  private List<Checked<Incident>> records(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      Issues issues = new Issues();
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          Place.of(name),
          "the file is larger than 64 MiB",
          "use --archive for many incidents");
      return List.of(new Checked.Refused<>(issues.list()));
    }
    return switch (from.orElseGet(() -> guess(bytes, name))) {
      case parley -> List.of(parley(bytes, name));
      case veris -> List.of(veris().read(bytes, name, 1));
      case table -> List.of(parley(bytes, name));
    };
  }

  /// Tables by the ending of the name; VERIS by the field that every record has.
  private static Format guess(byte[] bytes, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".xlsx")) {
      return Format.table;
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.UTF_8);
    return start.stripLeading().startsWith("{") && start.contains("\"schema_version\"")
        ? Format.veris
        : Format.parley;
  }

  private VerisReader veris() {
    if (veris.isEmpty()) {
      veris = Optional.of(VerisReader.with(library.catalogue()).orThrow());
    }
    return veris.get();
  }

  /// Reads one incident in Parley's own format.
  Checked<Incident> parley(byte[] bytes, String name) {
    Issues issues = new Issues();
    Optional<Tree> tree =
        looksLikeJson(bytes)
            ? Trees.readJson(bytes, name, Limits.DOCUMENT, issues)
            : Trees.readYaml(bytes, name, Limits.DOCUMENT, issues);
    Optional<Parsed> parsed = tree.map(read -> new Parsed(read, Digest.of(bytes)));
    return parsed.isEmpty() || issues.hasErrors()
        ? new Checked.Refused<>(issues.list())
        : IncidentReader.read(parsed.get(), library.knownFacts());
  }

  private static boolean looksLikeJson(byte[] bytes) {
    for (byte each : bytes) {
      if (!Character.isWhitespace(each)) {
        return each == '{';
      }
    }
    return false;
  }
}
