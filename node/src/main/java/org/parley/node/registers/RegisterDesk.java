package org.parley.node.registers;

import static java.util.function.Predicate.not;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.desk.Intake;
import org.parley.duties.register.KeepRegisters;
import org.parley.duties.register.RegisterFile;
import org.parley.formats.library.Library;
import org.parley.formats.parley.Parsed;
import org.parley.formats.table.MappingReader;
import org.parley.formats.table.Proposal;
import org.parley.formats.table.Proposer;
import org.parley.formats.table.RegisterReader;
import org.parley.formats.table.RegisterRow;
import org.parley.formats.table.TableMapping;
import org.parley.formats.table.grid.Cell;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.GridRow;
import org.parley.formats.table.grid.Grids;
import org.parley.formats.tree.Limits;

/// Reads registers as they would be taken; the same machinery as `parley map` and `parley
/// classify`.
final class RegisterDesk {

  /// The most records of one register.
  static final int MOST = 2_000;

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_WORDS = 7_900;

  private final Library library;
  private final List<Map<String, String>> texts;

  RegisterDesk(Library library) {
    this.library = library;
    this.texts =
        library.languages().stream()
            .map(language -> library.texts("facts/labels/" + language + ".yaml"))
            .toList();
  }

  /// What a file is, by its name and its first bytes.
  static RegisterFile.Kind kind(String name, byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8).stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[") || start.startsWith("\uFEFF{");
    return json || name.toLowerCase(java.util.Locale.ROOT).endsWith(".json")
        ? RegisterFile.Kind.VERIS
        : RegisterFile.Kind.TABLE;
  }

  ReadRegister read(RegisterFile register, KeepRegisters keep) {
    byte[] bytes = keep.bytes(register).map(Octets::toArray).orElseGet(() -> new byte[0]);
    return switch (register.source().kind()) {
      case VERIS -> veris(bytes, register.name());
      case TABLE -> table(bytes, register, keep);
    };
  }

  private ReadRegister veris(byte[] bytes, String name) {
    Intake intake =
        new Intake(library, Optional.of(Intake.Format.veris), Optional.empty(), Optional.empty());
    List<ReadRecord> records = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    boolean whole = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    if (whole && isOneToALine(lines)) {
      for (int at = 0; at < lines.size(); at++) {
        if (!lines.get(at).isBlank()) {
          byte[] record = lines.get(at).getBytes(StandardCharsets.UTF_8);
          records.add(record(at + 1, name, intake.records().read(record, name, at + 1)));
        }
      }
    } else {
      for (Checked<Incident> each : intake.read(bytes, name)) {
        records.add(record(records.size() + 1, name, each));
      }
    }
    return limited(new ReadRegister(Optional.empty(), "", records, List.of()), name);
  }

  /// Whether a file is one record to a line, as archives are published.
  private static boolean isOneToALine(List<String> lines) {
    List<String> written = lines.stream().map(String::strip).filter(not(String::isEmpty)).toList();
    return written.size() > 1 && written.stream().allMatch(line -> line.startsWith("{"));
  }

  private static ReadRecord record(int place, String name, Checked<Incident> read) {
    return switch (read) {
      case Checked.Sound<Incident>(Incident incident, List<Issue> notes) ->
          new ReadRecord(
              place,
              line(incident.title().orElse(incident.id()), name + " " + place),
              name + ", " + place + ": " + incident.id(),
              Optional.of(incident),
              notes);
      case Checked.Refused<Incident>(List<Issue> issues) ->
          new ReadRecord(place, name + " " + place, "", Optional.empty(), issues);
    };
  }

  private ReadRegister table(byte[] bytes, RegisterFile register, KeepRegisters keep) {
    Issues issues = new Issues();
    Choices choices = Choices.parse(register.choices());
    if (!(Grids.open(bytes, register.name(), Grids.Wishes.NONE)
        instanceof Checked.Sound<Grid>(Grid grid, List<Issue> notes))) {
      return new ReadRegister(
          Optional.empty(),
          "",
          List.of(),
          Grids.open(bytes, register.name(), Grids.Wishes.NONE).issues());
    }
    notes.forEach(issues::add);
    Optional<Proposal> proposal =
        Proposer.propose(grid, library.catalogue(), texts, choices.number("header"));
    if (proposal.isEmpty()) {
      issues.add(
          IssueCode.EMPTY_DOCUMENT,
          Place.of(register.name()),
          "there is no row that names the columns");
      return new ReadRegister(Optional.empty(), "", List.of(), issues.list());
    }
    String mapping =
        keep.mapping(register)
            .map(Octets::shown)
            .orElseGet(() -> choices.on(proposal.get(), library.catalogue()).asMapping());
    List<ReadRecord> records = rows(grid, proposal.get(), choices, mapping, issues);
    return limited(new ReadRegister(proposal, mapping, records, issues.list()), register.name());
  }

  private List<ReadRecord> rows(
      Grid grid, Proposal proposal, Choices choices, String mapping, Issues issues) {
    Optional<Parsed> parsed =
        Parsed.of(mapping.getBytes(StandardCharsets.UTF_8), "mapping", Limits.DOCUMENT, issues);
    if (parsed.isEmpty() || issues.hasErrors()) {
      return List.of();
    }
    Checked<TableMapping> made = MappingReader.read(parsed.get(), library.knownFacts());
    made.issues().forEach(issues::add);
    if (!(made instanceof Checked.Sound<TableMapping>(TableMapping sound, _))) {
      return List.of();
    }
    Checked<List<RegisterRow>> read = RegisterReader.read(grid, sound, library.catalogue());
    read.issues().forEach(issues::add);
    if (!(read instanceof Checked.Sound<List<RegisterRow>>(List<RegisterRow> rows, _))) {
      return List.of();
    }
    Map<Integer, GridRow> byNumber =
        grid.rows().stream().collect(Collectors.toMap(GridRow::number, row -> row, (a, _) -> a));
    GridRow header = Objects.requireNonNull(byNumber.get(proposal.header()));
    return rows.stream()
        .map(row ->
            record(grid, header, Objects.requireNonNull(byNumber.get(row.number())), choices, row))
        .toList();
  }

  private static ReadRecord record(
      Grid grid, GridRow header, GridRow row, Choices choices, RegisterRow read) {
    StringBuilder words = new StringBuilder(grid.sheet() + ", " + read.number());
    for (int at = 0; at < row.cells().size(); at++) {
      Cell cell = row.cell(at);
      if (!cell.isBlank() && words.length() < LONGEST_WORDS) {
        words.append('\n').append(header.cell(at).text().strip()).append(": ").append(cell.text());
      }
    }
    String fallback = grid.document() + " " + read.number() + ": " + read.incident().id();
    String title =
        choices
            .number("title")
            .map(at -> row.cell(at).text())
            .orElseGet(() -> read.incident().id());
    return new ReadRecord(
        read.number(),
        line(title, fallback),
        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
        Optional.of(read.incident()),
        read.report());
  }

  /// One line that can be a title.
  private static String line(String text, String otherwise) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
    String fit = line.isEmpty() ? otherwise : line;
    return fit.length() > LONGEST_TITLE
        ? fit.substring(0, fit.offsetByCodePoints(0, fit.codePointCount(0, LONGEST_TITLE - 1) - 1))
            + "…"
        : fit;
  }

  private static ReadRegister limited(ReadRegister read, String name) {
    if (read.records().size() <= MOST) {
      return read;
    }
    Issue tooMany =
        new Issue(
            IssueCode.TOO_MANY_AT_ONCE,
            Place.of(name),
            read.records().size() + " records, and " + MOST + " is the most",
            Optional.of("split the file"));
    return new ReadRegister(read.proposal(), read.mapping(), List.of(), List.of(tooMany));
  }

  /// A digest of the names of all columns: registers with the same ones are mapped alike.
  static Digest columns(Proposal proposal) {
    String names =
        proposal.columns().stream()
            .map(Proposal.Column::name)
            .collect(Collectors.joining("\u001f"));
    return Digest.of(names.getBytes(StandardCharsets.UTF_8));
  }
}
