package org.parley.formats.tree;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML 1.2 document as a tree, without the parts of YAML that make one text mean
/// another.
///
/// Anchors, aliases, tags, directives and merge keys are refused, and reading goes on as if they
/// were not there; a second document ends the reading.
final class YamlReader {

  /// Unquoted words that stand for no value.
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

  private final Document document;
  private final Issues issues;
  private final TreeBuilder builder;
  private Mark reached;

  YamlReader(Document document, Limits limits, Issues issues) {
    this.document = document;
    this.issues = issues;
    this.builder = new TreeBuilder(limits, issues);
    this.reached = document.whole();
  }

  Optional<Tree> read() {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(document.name())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();
    Iterator<Event> events = new Parse(settings).parseString(document.text()).iterator();
    try {
      while (hasNext(events)) {
        Event event = next(events);
        reached = event.getEndMark().map(this::mark).orElse(reached);
        if (!take(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException wrong) {
      issues.add(YamlTrouble.told(wrong, at(wrong)));
      return Optional.empty();
    } catch (ReaderException wrong) {
      issues.add(
          IssueCode.SYNTAX,
          document.at(document.text().offsetByCodePoints(0, wrong.getPosition())).place(),
          "the character U+%04X must not stand in a document".formatted(wrong.getCodePoint()));
      return Optional.empty();
    } catch (YamlEngineException wrong) {
      issues.add(IssueCode.SYNTAX, reached.place(), "this is not YAML: " + wrong.getMessage());
      return Optional.empty();
    }
    return written(builder.root());
  }

  private static boolean hasNext(Iterator<Event> events) {
    return guarded(events::hasNext);
  }

  private static Event next(Iterator<Event> events) {
    return guarded(events::next);
  }

  /// The parser is not ours: on bad text it can throw what it does not declare, such as on an
  /// escape beyond Unicode. Whatever it throws is about the text.
  private static <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (YamlEngineException expected) {
      throw expected;
    } catch (RuntimeException unexpected) {
      throw new YamlEngineException("an escape or a number cannot be read", unexpected);
    }
  }

  private Optional<Tree> written(Optional<Tree> root) {
    if (root.isEmpty() || root.get() instanceof Tree.Nothing) {
      issues.add(IssueCode.EMPTY_DOCUMENT, document.whole().place(), "the document holds no value");
      return Optional.empty();
    }
    return root;
  }

  private boolean take(Event event) {
    return switch (event.getEventId()) {
      case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
      case DocumentStart -> begins((DocumentStartEvent) event);
      case MappingStart -> plain((NodeEvent) event) && builder.openMapping(mark(event));
      case SequenceStart -> plain((NodeEvent) event) && builder.openSequence(mark(event));
      case MappingEnd, SequenceEnd -> builder.close();
      case Scalar -> plain((NodeEvent) event) && builder.add(scalar((ScalarEvent) event));
      case Alias -> alias((AliasEvent) event);
    };
  }

  private boolean begins(DocumentStartEvent start) {
    if (builder.root().isPresent()) {
      refuse(start, "a second document begins here", "keep one document per file");
      return false;
    }
    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
      refuse(start, "directives are not read", "leave out the lines that begin with %");
    }
    return true;
  }

  private boolean alias(AliasEvent alias) {
    refuse(
        alias,
        "the alias *%s is not read".formatted(alias.getAlias()),
        "write the value out where it is needed");
    return builder.add(new Tree.Nothing(mark(alias)));
  }

  /// Tells anchors and tags; reading goes on either way.
  private boolean plain(NodeEvent node) {
    node.getAnchor()
        .ifPresent(
            anchor -> refuse(node, "the anchor &%s is not read".formatted(anchor), "leave it out"));
    Optional<String> tag =
        switch (node) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.empty();
        };
    tag.ifPresent(name ->
        refuse(
            node,
            "the tag %s is not read".formatted(name),
            "leave it out; put quotes around text that begins with an exclamation mark"));
    return true;
  }

  private Tree scalar(ScalarEvent scalar) {
    Mark mark = mark(scalar);
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return new Tree.Text(text, Tree.Kind.QUOTED, mark);
    }
    if (NOTHING.contains(text)) {
      return new Tree.Nothing(mark);
    }
    if (text.equals("<<")) {
      refuse(scalar, "the merge key << is not read", "write the keys out where they are needed");
    }
    return new Tree.Text(text, Tree.Kind.PLAIN, mark);
  }

  private void refuse(Event event, String message, String remedy) {
    issues.add(IssueCode.YAML_FEATURE_REFUSED, mark(event).place(), message, remedy);
  }

  private Mark mark(Event event) {
    return event.getStartMark().map(this::mark).orElse(document.whole());
  }

  private Mark at(MarkedYamlEngineException wrong) {
    return wrong
        .getProblemMark()
        .or(wrong::getContextMark)
        .map(this::mark)
        .orElse(document.whole());
  }

  private Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
    return new Mark(document, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
