package org.parley.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.incident.DerivedTypes;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.formats.archive.RecordArray;
import org.parley.formats.archive.RecordReader;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.table.MappingReader;
import org.parley.formats.table.RegisterReader;
import org.parley.formats.table.RegisterRow;
import org.parley.formats.table.TableMapping;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.Grids;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import org.parley.formats.veris.VerisReader;

/// Reads incidents from files in any format that is understood.
public final class Intake {

  /// The largest file of incidents that is read whole; larger ones are archives.
  private static final int LARGEST = 64 << 20;

  /// The formats by the names that the command line uses.
  public enum Format {
    parley,
    veris,
    table
  }

  /// What reading one file gave.
  public sealed interface Read {
    record Missing(String reason) implements Read {}

    record Records(List<Checked<Incident>> records) implements Read {}
  }

  private final Library library;
  private final Optional<Format> from;
  private final Optional<Path> mapping;
  private final Optional<String> nothingElseBy;
  private final DerivedTypes derivedTypes;
  private Optional<VerisReader> veris = Optional.empty();

  /// @param mapping of a table's columns
  /// @param nothingElseBy on whose word all that is not stated did not happen, if on anybody's
  public Intake(
      Library library,
      Optional<Format> from,
      Optional<Path> mapping,
      Optional<String> nothingElseBy) {
    this.nothingElseBy = nothingElseBy;
    this.library = library;
    this.from = from;
    this.mapping = mapping;
    this.derivedTypes = new DerivedTypes(library.typeBridges());
  }

  public Read read(String file) {
    try {
      byte[] bytes = file.equals("-") ? standardInput() : Files.readAllBytes(Path.of(file));
      return new Read.Records(read(bytes, file.equals("-") ? "standard input" : file));
    } catch (NoSuchFileException missing) {
      return new Read.Missing(file + ": there is no such file");
    } catch (IOException fault) {
      return new Read.Missing(file + ": cannot be read (" + fault.getMessage() + ")");
    }
  }

  /// Reads bytes that are at hand.
  ///
  /// @param name what problems call them; its ending tells JSON from YAML
  public List<Checked<Incident>> read(byte[] bytes, String name) {
    return records(bytes, name).stream().map(this::completed).toList();
  }

  private static byte[] standardInput() throws IOException {
    InputStream in = System.in;
    return in.readNBytes(LARGEST + 1);
  }

  /// Reads the records of an archive, one at a time; tables are no archives.
  public RecordReader records() {
    return (bytes, document, line) ->
        completed(
            switch (from.orElseGet(() -> guess(bytes, document))) {
              case parley, table -> parley(bytes, document + " line " + line);
              case veris -> veris().read(bytes, document, line);
            });
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
      case veris -> veris(bytes, name);
      case table -> table(bytes, name);
    };
  }

  /// Reads one VERIS record, or an array of them.
  private List<Checked<Incident>> veris(byte[] bytes, String name) {
    Optional<List<RecordArray.Element>> array = RecordArray.of(bytes);
    if (array.isEmpty()) {
      return List.of(veris().read(bytes, name, 1));
    }
    if (array.get().isEmpty()) {
      Issues issues = new Issues();
      issues.add(IssueCode.EMPTY_DOCUMENT, Place.of(name), "the array holds no record");
      return List.of(new Checked.Refused<>(issues.list()));
    }
    return array.get().stream().map(each -> veris().read(each.bytes(), name, each.line())).toList();
  }

  /// Tables by the ending of the name; VERIS by the field that every record has.
  private static Format guess(byte[] bytes, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".xlsx")) {
      return Format.table;
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.UTF_8);
    String json = start.stripLeading();
    return (json.startsWith("{") || json.startsWith("[")) && start.contains("\"schema_version\"")
        ? Format.veris
        : Format.parley;
  }

  /// Reads the rows of a register, each as an incident of its own.
  private List<Checked<Incident>> table(byte[] bytes, String name) {
    Issues issues = new Issues();
    Optional<TableMapping> chosen = mapping(name, issues);
    if (chosen.isEmpty()) {
      return List.of(new Checked.Refused<>(issues.list()));
    }
    Checked<List<RegisterRow>> rows =
        switch (Grids.open(bytes, name, chosen.get().wishes())) {
          case Checked.Refused<Grid>(List<Issue> reasons) -> new Checked.Refused<>(reasons);
          case Checked.Sound<Grid>(Grid grid, _) ->
              RegisterReader.read(grid, chosen.get(), library.catalogue());
        };
    return switch (rows) {
      case Checked.Refused<List<RegisterRow>>(List<Issue> reasons) ->
          List.of(new Checked.Refused<>(reasons));
      case Checked.Sound<List<RegisterRow>>(List<RegisterRow> read, _) ->
          read.stream()
              .<Checked<Incident>>map(row -> new Checked.Sound<>(row.incident(), row.report()))
              .toList();
    };
  }

  private Optional<TableMapping> mapping(String name, Issues issues) {
    if (mapping.isEmpty()) {
      issues.add(
          IssueCode.MISSING_KEY,
          Place.of(name),
          "a table needs a mapping of its columns",
          "make one with `parley map " + name + "`, then give it with --mapping");
      return Optional.empty();
    }
    try {
      Path path = mapping.get();
      Optional<Parsed> parsed =
          Parsed.of(Files.readAllBytes(path), path.toString(), Limits.DOCUMENT, issues);
      if (parsed.isEmpty() || issues.hasErrors()) {
        return Optional.empty();
      }
      Checked<TableMapping> read = MappingReader.read(parsed.get(), library.knownFacts());
      read.issues().forEach(issues::add);
      return read instanceof Checked.Sound<TableMapping>(TableMapping made, _)
          ? Optional.of(made)
          : Optional.empty();
    } catch (IOException missing) {
      issues.add(
          IssueCode.DOCUMENT_UNREADABLE,
          Place.of(mapping.get().toString()),
          "the mapping cannot be read");
      return Optional.empty();
    }
  }

  private VerisReader veris() {
    if (veris.isEmpty()) {
      veris = Optional.of(VerisReader.with(library.catalogue()).orThrow());
    }
    return veris.get();
  }

  private Checked<Incident> completed(Checked<Incident> read) {
    Checked<Incident> whole =
        nothingElseBy.isEmpty()
            ? read
            : read.map(incident -> incident.nothingElseBy(nothingElseBy.get()));
    return whole.map(derivedTypes::on);
  }

  /// Reads one incident in Parley's own format.
  public Checked<Incident> parley(byte[] bytes, String name) {
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
