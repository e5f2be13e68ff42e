package org.parley.formats.tree;

import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON value as a tree.
final class JsonReader {

  /// The document's own limit is kept before; the parser needs none of its own for texts.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Document document;
  private final Issues issues;
  private final TreeBuilder builder;

  JsonReader(Document document, Limits limits, Issues issues) {
    this.document = document;
    this.issues = issues;
    this.builder = new TreeBuilder(limits, issues);
  }

  Optional<Tree> read() {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document.text())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        Mark mark = mark(parser.currentTokenLocation());
        if (builder.root().isPresent()) {
          issues.add(
              IssueCode.SYNTAX, mark.place(), "something follows after the end of the document");
          return Optional.empty();
        }
        if (!take(token, parser, mark)) {
          return Optional.empty();
        }
      }
      return builder.root();
    } catch (UnexpectedEndOfInputException cut) {
      issues.add(
          IssueCode.TRUNCATED,
          document.end().place(),
          "the document ends in the middle",
          "check whether the file was copied completely");
      return Optional.empty();
    } catch (JacksonException wrong) {
      issues.add(
          IssueCode.SYNTAX, mark(wrong.getLocation()).place(), "this is not JSON: " + plain(wrong));
      return Optional.empty();
    }
  }

  private boolean take(JsonToken token, JsonParser parser, Mark mark) {
    return switch (token) {
      case START_OBJECT -> builder.openMapping(mark);
      case START_ARRAY -> builder.openSequence(mark);
      case END_OBJECT, END_ARRAY -> builder.close();
      case PROPERTY_NAME ->
          builder.add(new Tree.Text(parser.currentName(), Tree.Kind.QUOTED, mark));
      case VALUE_STRING -> builder.add(new Tree.Text(parser.getString(), Tree.Kind.QUOTED, mark));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          builder.add(new Tree.Text(parser.getString(), Tree.Kind.NUMBER, mark));
      case VALUE_TRUE, VALUE_FALSE ->
          builder.add(new Tree.Text(parser.getString(), Tree.Kind.TRUTH, mark));
      case VALUE_NULL -> builder.add(new Tree.Nothing(mark));
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("a parser of text gives no " + token);
    };
  }

  private Mark mark(TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? document.whole()
        : new Mark(document, location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  /// The parser's first sentence, without its advice about settings that we do not offer.
  private static String plain(JacksonException wrong) {
    String said = wrong.getOriginalMessage();
    if (said == null) {
      return "the text cannot be read";
    }
    int advice = said.indexOf("(use `");
    return said.substring(0, advice < 0 ? said.length() : advice).lines().findFirst().orElse("");
  }
}
