package org.parley.formats.parley.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads incident files: handbook/facts.md.
public final class IncidentReader {

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}";

  private final Issues issues = new Issues();
  private final KnownFacts facts;

  private IncidentReader(KnownFacts facts) {
    this.facts = facts;
  }

  /// @param facts what may be stated: the catalogue, and the judgements of the scales at hand
  public static Checked<Incident> read(Parsed file, KnownFacts facts) {
    IncidentReader reader = new IncidentReader(facts);
    return Verdict.of(reader.incident(file), reader.issues);
  }

  private Optional<Incident> incident(Parsed file) {
    Fields fields = Fields.of(file.tree(), "the incident", issues);
    Optional<Tree.Text> id = fields.needText("incident").filter(this::isId);
    Optional<String> title = fields.text("title").map(Tree.Text::text);
    Optional<Realm> realm = fields.needText("realm").flatMap(this::realm);
    Optional<List<Tree>> items = fields.needList("revisions");
    fields.end();
    List<Revision> revisions = revisions(items.orElse(List.of()));
    if (items.isPresent() && items.get().isEmpty()) {
      issues.add(IssueCode.WRONG_SHAPE, fields.place(), "an incident has at least one revision");
    }
    if (id.isEmpty() || realm.isEmpty() || revisions.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Incident(id.get().text(), title, realm.get(), file.digest(), revisions));
  }

  private List<Revision> revisions(List<Tree> items) {
    RevisionReader reader = new RevisionReader(facts, issues);
    List<Revision> revisions = new ArrayList<>();
    for (Tree item : items) {
      revisions.add(reader.next(item, revisions.size() + 1));
    }
    return List.copyOf(revisions);
  }

  private boolean isId(Tree.Text text) {
    if (text.text().matches(ID)) {
      return true;
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        text.place(),
        "this cannot identify an incident",
        "write a UUID; an identifier taken over from elsewhere has letters, digits and . _ : / -");
    return false;
  }

  private Optional<Realm> realm(Tree.Text text) {
    Optional<Realm> realm = Realm.parse(text.text());
    if (realm.isEmpty()) {
      issues.add(
          IssueCode.UNKNOWN_OPTION,
          text.place(),
          "\"%s\" is no realm".formatted(text.text()),
          "write real, or exercise:name with lower-case letters, digits and hyphens");
    }
    return realm;
  }
}
