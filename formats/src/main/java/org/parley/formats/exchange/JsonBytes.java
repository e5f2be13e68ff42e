package org.parley.formats.exchange;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON documents as exact bytes: the same value gives the same bytes, in UTF-8, without blanks or
/// line ends between the parts.
public final class JsonBytes {

  /// For signed documents: 1 MiB, 64 levels, 20,000 values.
  public static final Limits SIGNED = new Limits(1 << 20, 64, 20_000);

  private static final JsonFactory JSON = new JsonFactory();

  private JsonBytes() {}

  /// One JSON object.
  public static Octets write(Consumer<JsonGenerator> fields) {
    return document(json -> {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    });
  }

  /// One document of any shape.
  public static Octets document(Consumer<JsonGenerator> whole) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      whole.accept(json);
    }
    return Octets.of(text.toString());
  }

  public static void texts(JsonGenerator json, String name, Collection<?> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(each -> json.writeString(each.toString()));
    json.writeEndArray();
  }

  /// The tree of a document, checked as far as JSON goes; empty where it is not, which is told.
  ///
  /// @param kind such as `statement`: the name under which problems are told
  public static Optional<Tree> tree(Octets bytes, String kind, Limits limits, Issues issues) {
    Optional<Tree> tree = Trees.readJson(bytes.toArray(), kind, limits, issues);
    tree.ifPresent(each -> Unicode.check(each, issues));
    return tree.filter(_ -> !issues.hasErrors());
  }

  /// The fields of a document whose `parley` says that it is of this kind, in an edition that is
  /// understood; if not, that is told.
  public static Typed typed(Tree tree, String kind, Issues issues) {
    Typed typed = new Typed(Fields.of(tree, "the " + kind, issues), issues);
    typed
        .text("parley", 40)
        .filter(said -> !said.equals(kind + "/1"))
        .ifPresent(said ->
            issues.add(
                IssueCode.EDITION_NOT_UNDERSTOOD,
                tree.place(),
                "this is \"%s\", and %s/1 is what is understood here".formatted(said, kind)));
    return typed;
  }
}
