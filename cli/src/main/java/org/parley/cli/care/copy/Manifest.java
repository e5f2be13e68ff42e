package org.parley.cli.care.copy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// What a copy holds, to compare it with.
///
/// @param made when the databases were read
/// @param program the version that read them
/// @param shapes of the books, and of the people if there are any
/// @param journal where the journal stood
/// @param parts all files of the copy but the list itself
public record Manifest(
    Instant made, String program, Shapes shapes, JournalHead journal, List<Part> parts) {

  static final String NAME = "manifest.json";

  /// Files of 16 MiB hold the digests of some fifty thousand others.
  static final Limits LIMITS = new Limits(16 << 20, 5, 500_000);

  private static final String KIND = "node-copy/1";

  /// @param people empty where the node has no accounts
  public record Shapes(int books, Optional<Integer> people) {}

  /// @param size how many entries there are
  public record JournalHead(long size, Digest root) {}

  /// @param rows how many lines it has; 0 for what is no table
  public record Part(String name, long rows, long bytes, Digest sha256) {}

  public Manifest {
    parts = List.copyOf(parts);
  }

  Octets bytes() {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND);
      json.writeStringProperty("made", made.toString());
      json.writeStringProperty("program", program);
      json.writeNumberProperty("booksShape", shapes.books());
      shapes.people().ifPresent(shape -> json.writeNumberProperty("peopleShape", shape));
      json.writeNumberProperty("journalSize", journal.size());
      json.writeStringProperty("journalRoot", journal.root().hex());
      json.writeArrayPropertyStart("parts");
      for (Part part : parts) {
        json.writeStartObject();
        json.writeStringProperty("name", part.name());
        json.writeNumberProperty("rows", part.rows());
        json.writeNumberProperty("bytes", part.bytes());
        json.writeStringProperty("sha256", part.sha256().hex());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static Manifest read(byte[] bytes) throws Refusal {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(bytes, NAME, LIMITS, issues);
    if (tree.isEmpty() || issues.hasErrors()) {
      throw wrong("its list of contents cannot be read");
    }
    Fields fields = Fields.of(tree.get(), "the list", issues);
    String kind = text(fields, "parley");
    if (!kind.equals(KIND)) {
      throw new Refusal(
          IssueCode.COPY_NEWER,
          NAME,
          "this is \"%s\", and %s is what is understood here".formatted(kind, KIND),
          "Use the program that made it, or a newer one.");
    }
    List<Part> parts = new ArrayList<>();
    for (Tree each : fields.needList("parts").orElse(List.of())) {
      Fields part = Fields.of(each, "a part", issues);
      parts.add(
          new Part(
              text(part, "name"),
              number(part, "rows"),
              number(part, "bytes"),
              digest(part, "sha256")));
    }
    Optional<Integer> people =
        fields.has("peopleShape")
            ? Optional.of((int) number(fields, "peopleShape"))
            : Optional.empty();
    return new Manifest(
        instant(text(fields, "made")),
        text(fields, "program"),
        new Shapes((int) number(fields, "booksShape"), people),
        new JournalHead(number(fields, "journalSize"), digest(fields, "journalRoot")),
        parts);
  }

  private static String text(Fields fields, String key) throws Refusal {
    return fields.needText(key).map(Tree.Text::text).orElseThrow(() -> wrong("no \"" + key + "\""));
  }

  private static long number(Fields fields, String key) throws Refusal {
    String text = text(fields, key);
    if (!text.matches("[0-9]{1,18}")) {
      throw wrong("\"" + key + "\" is no number");
    }
    return Long.parseLong(text);
  }

  private static Digest digest(Fields fields, String key) throws Refusal {
    String text = text(fields, key);
    if (!text.matches("[0-9a-f]{64}")) {
      throw wrong("\"" + key + "\" is no digest");
    }
    return new Digest(text);
  }

  private static Instant instant(String text) throws Refusal {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw wrong("\"" + text + "\" is no moment");
    }
  }

  private static Refusal wrong(String message) {
    return new Refusal(
        IssueCode.COPY_NOT_WHOLE, NAME, message, "Use another copy; this one was not written so.");
  }
}
