package org.parley.formats.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Kept;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// The events of an incident's life as bytes for the books: one JSON object each.
///
/// Strict: at most 1 MiB, no key twice, no half characters. Fields at the top that are not known
/// are kept and written again; within the parts nothing unknown is accepted.
public final class CaseEvents {

  static final String KIND = "incident-event";

  private final StatementJson statements;

  /// @param facts what may be stated: the catalogue, and the judgements of the scales at hand
  public CaseEvents(KnownFacts facts) {
    this.statements = new StatementJson(facts);
  }

  public Octets write(CaseEvent event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("incident", event.id().toString());
      json.writeStringProperty("deed", DeedWords.of(event.deed()));
      json.writeStringProperty("recorded", event.at().toString());
      author(json, event.by());
      new DeedWriter(json, statements).write(event.deed());
      for (Kept kept : event.rest()) {
        json.writeName(kept.name());
        json.writeRawValue(kept.json());
      }
    });
  }

  private static void author(JsonGenerator json, Author by) {
    json.writeObjectPropertyStart("by");
    json.writeStringProperty("account", by.account().toString());
    by.office().ifPresent(office -> json.writeStringProperty("office", office.toString()));
    by.organisation().ifPresent(each -> json.writeStringProperty("organisation", each.toString()));
    json.writeEndObject();
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public Checked<CaseEvent> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<CaseEvent> event =
        JsonBytes.tree(bytes, KIND, JsonBytes.SIGNED, issues).flatMap(tree -> event(tree, issues));
    return Verdict.of(event, issues);
  }

  private Optional<CaseEvent> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<CaseId> id = typed.as("incident", "UUID in lower case", CaseId::parse);
    Optional<String> word = typed.text("deed", 40);
    Optional<Instant> at = typed.moment("recorded");
    Optional<Author> by = typed.map("by").flatMap(CaseEvents::author);
    if (id.isEmpty() || word.isEmpty() || at.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    Optional<Deed> deed = new DeedReader(typed, statements).read(word.get());
    if (deed.isEmpty() && !issues.hasErrors()) {
      issues.add(
          IssueCode.WRONG_SHAPE, tree.place(), "there is no deed \"%s\"".formatted(word.get()));
    }
    return issues.hasErrors()
        ? Optional.empty()
        : deed.map(each -> new CaseEvent(id.get(), each, by.get(), at.get(), typed.rest()));
  }

  private static Optional<Author> author(Typed typed) {
    Optional<UUID> account = typed.as("account", "UUID in lower case", CaseEvents::uuid);
    Optional<OfficeId> office =
        typed.maybe("office", "office such as XA/technical", OfficeId::parse);
    Optional<UUID> organisation =
        typed.maybe("organisation", "UUID in lower case", CaseEvents::uuid);
    typed.end();
    return account.map(each -> new Author(each, office, organisation));
  }

  static Optional<UUID> uuid(String text) {
    return CaseId.parse(text).map(CaseId::uuid);
  }
}
