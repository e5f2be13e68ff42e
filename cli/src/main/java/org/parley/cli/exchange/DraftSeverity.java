package org.parley.cli.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Severity;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Octets;
import org.parley.core.terms.ScaleId;
import org.parley.duties.RecomputeSeverity;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the severity block of a draft: a scale, the facts that are released, and the level that is
/// stated, if one is. Which grades the facts alone leave possible is computed here.
///
/// @param salt 16 unguessable bytes
/// @param day the deciding day
record DraftSeverity(Library library, Octets salt, LocalDate day) {

  Optional<Severity> read(Fields fields, Issues issues) {
    Optional<Tree.Text> scale = fields.needText("scale");
    Optional<String> edition = fields.text("edition").map(Tree.Text::text);
    Optional<String> level = fields.text("level").map(Tree.Text::text);
    List<String> facts = new ArrayList<>();
    if (fields.has("facts")) {
      for (Tree each : fields.needList("facts").orElse(List.of())) {
        Fields.text(each, "a fact", issues).map(Tree.Text::text).ifPresent(facts::add);
      }
    }
    fields.end();
    Optional<EditionName> name =
        scale
            .flatMap(text -> ScaleId.parse(text.text()))
            .flatMap(id ->
                library.editions(id).reversed().stream()
                    .filter(each -> edition.map(each.edition()::equals).orElse(true))
                    .findFirst());
    if (name.isEmpty()) {
      scale.ifPresent(text ->
          issues.add(IssueCode.WRONG_SHAPE, text.place(), "no such edition of a scale is at hand"));
      return Optional.empty();
    }
    ScaleEdition ours = library.edition(name.get()).orThrow();
    Checked<List<String>> possible = new RecomputeSeverity(library).possible(ours, facts, day);
    if (!(possible instanceof Checked.Sound<List<String>>(List<String> grades, _))) {
      possible.issues().forEach(issues::add);
      return Optional.empty();
    }
    Severity.Edition exact =
        new Severity.Edition(name.get().scale(), name.get().edition(), ours.digest());
    return Optional.of(
        new Severity(
            level.map(word ->
                new Severity.Stated(exact.scale(), exact.edition(), word, Optional.empty())),
            Optional.of(new Severity.Basis(exact, facts, grades)),
            salt));
  }
}
