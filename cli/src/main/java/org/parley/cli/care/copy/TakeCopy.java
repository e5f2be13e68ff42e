package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.RunningRoot;
import org.parley.core.terms.Octets;
import org.parley.store.Schema;
import org.parley.store.care.Cell;
import org.parley.store.care.Snapshot;
import org.parley.store.care.TableShape;

/// Takes a copy of a node, whoever works with it meanwhile: each database as it was in one moment.
final class TakeCopy {

  private static final int LINE_END = '\n';

  private final NodeFiles node;
  private final Sink sink;
  private final Contents contents;
  private final List<Manifest.Part> parts = new ArrayList<>();
  private final RunningRoot journal = new RunningRoot();

  /// What goes into a copy.
  ///
  /// @param files the node's own files by their names in the copy
  /// @param leftOut tables that stay behind, such as `people/secret`
  record Contents(Map<String, Path> files, Set<String> leftOut) {
    Contents {
      files = Map.copyOf(files);
      leftOut = Set.copyOf(leftOut);
    }
  }

  TakeCopy(NodeFiles node, Sink sink, Contents contents) {
    this.node = node;
    this.sink = sink;
    this.contents = contents;
  }

  /// Writes all parts and the list of them; refused where the node has no books yet.
  Manifest run(Instant now, String program) throws IOException, Refusal {
    // The books first: whoever did something in them has an account by then.
    try (Snapshot books = snapshot(Schema.BOOKS, node.books()).orElseThrow(this::nothing);
        PeopleOrNone people = new PeopleOrNone(snapshot(Schema.PEOPLE, node.people()))) {
      tables("books", books);
      if (people.found().isPresent()) {
        tables("people", people.found().get());
      }
      for (String name : contents.files().keySet().stream().sorted().toList()) {
        byte[] bytes = Files.readAllBytes(contents.files().get(name));
        part("files/" + name, out -> out.write(bytes));
      }
      Manifest manifest =
          new Manifest(
              now,
              program,
              new Manifest.Shapes(
                  books.layout().shape(), people.found().map(found -> found.layout().shape())),
              new Manifest.JournalHead(journal.size(), journal.root()),
              parts);
      sink.part(Manifest.NAME, out -> out.write(manifest.bytes().toArray()));
      return manifest;
    }
  }

  private record PeopleOrNone(Optional<Snapshot> found) implements AutoCloseable {
    @Override
    public void close() {
      found.ifPresent(Snapshot::close);
    }
  }

  private static Optional<Snapshot> snapshot(Schema schema, String url) {
    return NodeFiles.isThere(url) ? Snapshot.of(schema, url) : Optional.empty();
  }

  private Refusal nothing() {
    return new Refusal(
        IssueCode.NO_NODE_HERE,
        node.folder().toString(),
        "there are no books of a node",
        "Say which folder with --data; a node that was never started has nothing to copy.");
  }

  private void tables(String folder, Snapshot snapshot) throws IOException, Refusal {
    for (TableShape table : snapshot.layout().tables()) {
      String name = folder + "/" + table.name();
      if (!contents.leftOut().contains(name)) {
        table(name + ".jsonl", table, snapshot);
      }
    }
  }

  private void table(String name, TableShape table, Snapshot snapshot) throws IOException, Refusal {
    RowLine line = new RowLine(table, name);
    boolean entries = name.equals("books/entry.jsonl");
    long[] rows = new long[1];
    Manifest.Part[] written = new Manifest.Part[1];
    sink.part(
        name,
        out -> {
          Measured measured = new Measured(out);
          rows[0] = snapshot.rows(table, row -> row(measured, line, row, entries));
          written[0] = measured.part(name, rows[0]);
        });
    parts.add(written[0]);
  }

  private void row(OutputStream out, RowLine line, List<Cell> row, boolean entry) {
    try {
      out.write(line.write(row).toArray());
      out.write(LINE_END);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (entry) {
      row.stream()
          .filter(Cell.Bytes.class::isInstance)
          .forEach(cell -> journal.add(((Cell.Bytes) cell).octets()));
    }
  }

  /// Writes a part that is no table.
  private void part(String name, Sink.Writing writing) throws IOException, Refusal {
    Manifest.Part[] written = new Manifest.Part[1];
    sink.part(
        name,
        out -> {
          Measured measured = new Measured(out);
          writing.to(measured);
          written[0] = measured.part(name, 0);
        });
    parts.add(written[0]);
  }

  /// Adds a file for people to the copy, before [#run].
  void add(String name, Octets bytes) throws IOException, Refusal {
    part(name, out -> out.write(bytes.toArray()));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
