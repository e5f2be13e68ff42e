package org.parley.formats.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.core.draft.Adoption;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.ScaleId;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;

/// Editions that a node has made its own, as bytes for the books.
public final class Adoptions {

  private static final String KIND = "adoption";

  private Adoptions() {}

  public static Octets write(Adoption adoption) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("scale", adoption.scale().toString());
      json.writeStringProperty("edition", adoption.edition());
      json.writeStringProperty("from", adoption.from().toString());
      json.writeStringProperty("draft", adoption.draft().toString());
      json.writeStringProperty("by", adoption.deed().by().toString());
      json.writeStringProperty("recorded", adoption.deed().at().toString());
      DraftEvents.parts(json, adoption.parts());
    });
  }

  /// Reads what [#write] wrote; refused where the bytes are anything else.
  public static Checked<Adoption> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Adoption> adoption =
        JsonBytes.tree(bytes, KIND, JsonBytes.SIGNED, issues)
            .flatMap(tree -> adoption(tree, issues));
    return Verdict.of(adoption, issues);
  }

  private static Optional<Adoption> adoption(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<ScaleId> scale = typed.as("scale", "name of a scale", ScaleId::parse);
    Optional<String> edition = typed.text("edition", 30);
    Optional<LocalDate> from = DraftEvents.day(typed);
    Optional<DraftId> draft = typed.as("draft", "UUID in lower case", DraftId::parse);
    Optional<UUID> by = typed.as("by", "UUID", DraftEvents::account);
    Optional<Instant> at = typed.moment("recorded");
    Map<DraftPart, Digest> parts = DraftEvents.parts(typed);
    typed.end();
    if (!parts.containsKey(DraftPart.SCALE)) {
      issues.add(IssueCode.MISSING_KEY, tree.place(), "the adopted edition has no scale");
    }
    if (issues.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new Adoption(
            scale.orElseThrow(),
            edition.orElseThrow(),
            from.orElseThrow(),
            new TreeMap<>(parts),
            draft.orElseThrow(),
            new Adoption.Deed(by.orElseThrow(), at.orElseThrow())));
  }
}
