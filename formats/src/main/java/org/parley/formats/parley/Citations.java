package org.parley.formats.parley;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Source;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Citation;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// The sources that a file declares, and what it cites of them.
public final class Citations {

  private final Issues issues;
  private final Scalars scalars;
  private final SequencedMap<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, Mark> marks = new LinkedHashMap<>();
  private final Set<String> cited = new HashSet<>();

  private Citations(Issues issues) {
    this.issues = issues;
    this.scalars = new Scalars(issues);
  }

  /// Reads the section `sources:` of a file.
  public static Citations read(Fields file) {
    Citations citations = new Citations(file.issues());
    for (Tree.Entry entry : file.needNamed("sources").orElse(List.of())) {
      citations.source(entry);
    }
    return citations;
  }

  private void source(Tree.Entry entry) {
    scalars.isKey(entry);
    Fields fields = Fields.of(entry.value(), "source " + entry.key(), issues);
    Optional<Tree.Text> text = fields.needText("text");
    Optional<Tree.Text> url = fields.text("url");
    Optional<Certainty> certainty = fields.needText("certainty").flatMap(scalars::certainty);
    fields.end();
    marks.put(entry.key(), entry.keyMark());
    sources.put(
        entry.key(),
        new Source(
            entry.key(),
            text.map(Tree.Text::text).orElse(""),
            url.map(Tree.Text::text),
            certainty.orElse(Certainty.UNCONFIRMED)));
  }

  /// All sources by key, in the order of the file.
  public SequencedMap<String, Source> sources() {
    return sources;
  }

  /// What a map cites under `cite:`, if it does.
  public Optional<Citation> of(Fields fields) {
    return fields.text("cite").map(this::parse);
  }

  /// A citation; one whose source is not declared is told.
  public Citation parse(Tree.Text text) {
    Citation citation = Citation.parse(text.text());
    cited.add(citation.source());
    if (!sources.containsKey(citation.source())) {
      issues.add(
          new Issue(
              IssueCode.CITATION_UNKNOWN,
              text.place(),
              "no source " + Scalars.quoted(citation.source()) + " is declared",
              Nearest.remedy(citation.source(), sources.keySet())
                  .or(() -> Optional.of("declare it under `sources:`"))));
    }
    return citation;
  }

  /// Notes sources that nothing cites.
  public void tellUnused() {
    marks.forEach((key, mark) -> {
      if (!cited.contains(key)) {
        issues.add(
            IssueCode.UNUSED, mark.place(), "nothing cites the source \"%s\"".formatted(key));
      }
    });
  }
}
