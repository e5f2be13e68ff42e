package org.parley.formats.parley.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the worked cases of an edition.
public final class CasesReader {

  private final Issues issues = new Issues();
  private final ScaleEdition edition;
  private final Catalogue catalogue;

  private CasesReader(ScaleEdition edition, Catalogue catalogue) {
    this.edition = edition;
    this.catalogue = catalogue;
  }

  /// @param catalogue without the edition's judgements
  /// @return every case, a row of cases taken apart into its values
  public static Checked<List<WorkedCase>> read(
      Tree tree, ScaleEdition edition, Catalogue catalogue) {
    CasesReader reader = new CasesReader(edition, catalogue);
    return Verdict.of(Optional.of(reader.cases(tree)), reader.issues);
  }

  private List<WorkedCase> cases(Tree tree) {
    Fields fields = Fields.of(tree, "the file of cases", issues);
    is(fields, "scale", edition.heading().id().toString());
    is(fields, "edition", edition.heading().edition());
    List<WorkedCase> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    SheetReader sheets = new SheetReader(edition, catalogue, issues);
    for (Tree item : fields.needList("cases").orElse(List.of())) {
      CaseReader reader = new CaseReader(edition, sheets, issues);
      reader.read(item, names).forEach(cases::add);
    }
    fields.end();
    return List.copyOf(cases);
  }

  private void is(Fields fields, String key, String expected) {
    fields
        .needText(key)
        .filter(text -> !text.text().equals(expected))
        .ifPresent(text ->
            issues.add(
                IssueCode.UNKNOWN_NAME,
                text.place(),
                "these cases are of %s \"%s\", and lie beside \"%s\""
                    .formatted(key, text.text(), expected)));
  }
}
