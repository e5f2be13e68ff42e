package org.parley.formats.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.ledger.Outline;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;

/// Reads a statement from its exact bytes, after its signature was checked.
///
/// Strict: at most 1 MiB, 64 levels and 20,000 values, no key twice, no half characters. Fields at
/// the top that are not known are kept, so that [StatementWriter] writes them again; within the
/// parts nothing unknown is accepted. Items are read whatever their format; whether they fit it,
/// [org.parley.core.exchange.format.StatementRules] tells.
public final class StatementReader {

  /// The most characters of one text.
  static final int LONGEST = 200_000;

  private static final long LARGEST_FILE = 999_999_999_999_999L;

  private static final Set<String> KNOWN =
      Set.of(
          "parley",
          "format",
          "conversation",
          "realm",
          "number",
          "from",
          "to",
          "copy",
          "language",
          "translations",
          "alsoAuthentic",
          "marking",
          "created",
          "inReplyTo",
          "supersedes",
          "replyBy",
          "anchor",
          "items",
          "severity",
          "attachments");

  private final Issues issues = new Issues();

  private StatementReader() {}

  public static Checked<Statement> read(Octets bytes) {
    StatementReader reader = new StatementReader();
    Optional<Statement> statement =
        JsonBytes.tree(bytes, "statement", JsonBytes.SIGNED, reader.issues)
            .flatMap(reader::statement);
    return Verdict.of(statement, reader.issues);
  }

  private Optional<Statement> statement(Tree tree) {
    Typed typed = JsonBytes.typed(tree, "statement", issues);
    Optional<Outline> outline = new HeadReader(typed).read();
    Optional<List<Item>> items = new ItemsReader(typed).read();
    Optional<Severity> severity = typed.maybeMap("severity").flatMap(this::severity);
    List<Attachment> attachments = new ArrayList<>();
    typed
        .maps("attachments", Statement.Rest.MOST_ATTACHMENTS)
        .forEach(each -> attachment(each).ifPresent(attachments::add));
    List<Kept> unknown = KeptFields.of(tree, KNOWN);
    if (issues.hasErrors() || outline.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Statement(
            outline.get().heading(),
            outline.get().route(),
            outline.get().ties(),
            outline.get().marking(),
            items.get(),
            new Statement.Rest(severity, attachments, unknown)));
  }

  private Optional<Severity> severity(Typed typed) {
    Optional<Severity.Stated> stated = typed.maybeMap("stated").flatMap(this::stated);
    Optional<Severity.Basis> basis = typed.maybeMap("basis").flatMap(this::basis);
    Optional<Octets> salt = ItemsReader.salt(typed);
    if (!typed.has("stated") && !typed.has("basis")) {
      typed.refuse("a severity block has a stated part or a basis");
    }
    typed.end();
    boolean sound = !issues.hasErrors() && salt.isPresent();
    return sound && (stated.isPresent() || basis.isPresent())
        ? Optional.of(new Severity(stated, basis, salt.get()))
        : Optional.empty();
  }

  private Optional<Severity.Stated> stated(Typed typed) {
    var scale = typed.as("scale", "scale such as es/rd-43-2021", ScaleId::parse);
    Optional<String> edition = typed.text("edition", 100);
    Optional<String> level = typed.text("level", 200);
    Optional<String> type = typed.maybeText("type", 200);
    typed.end();
    return scale.isPresent() && edition.isPresent() && level.isPresent()
        ? Optional.of(new Severity.Stated(scale.get(), edition.get(), level.get(), type))
        : Optional.empty();
  }

  private Optional<Severity.Basis> basis(Typed typed) {
    var scale = typed.as("scale", "scale such as es/rd-43-2021", ScaleId::parse);
    Optional<String> edition = typed.text("edition", 100);
    Optional<Digest> digest = typed.digest("sha256");
    Optional<List<String>> facts = typed.texts("facts", Severity.MOST_FACTS, 4000);
    Optional<List<String>> possible = typed.texts("possible", Severity.MOST_FACTS, 200);
    typed.end();
    if (scale.isEmpty()
        || edition.isEmpty()
        || digest.isEmpty()
        || facts.isEmpty()
        || possible.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Severity.Basis(
            new Severity.Edition(scale.get(), edition.get(), digest.get()),
            facts.get(),
            possible.get()));
  }

  private Optional<Attachment> attachment(Typed typed) {
    Optional<String> name =
        typed.as(
            "name",
            "plain file name",
            text -> Attachment.isName(text) ? Optional.of(text) : Optional.empty());
    Optional<Long> bytes = typed.whole("bytes", 0, LARGEST_FILE);
    Optional<Digest> digest = typed.digest("sha256");
    typed.end();
    return name.isPresent() && bytes.isPresent() && digest.isPresent()
        ? Optional.of(new Attachment(name.get(), bytes.get(), digest.get()))
        : Optional.empty();
  }
}
