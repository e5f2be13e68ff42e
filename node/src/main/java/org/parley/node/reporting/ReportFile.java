package org.parley.node.reporting;

import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.CaseRules;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;
import org.parley.node.api.SaidRealm;
import org.parley.node.api.StatingBody;

/// A report as its file says it: in YAML, with the names of the programming interface.
///
/// @param realm of the node that gave the form away, where the file names it
record ReportFile(
    String title, Optional<String> words, Marking marking, Stating stating, SaidRealm realm) {

  /// In bytes; an empty form has some 30 KiB.
  static final int LARGEST = 256 << 10;

  private static final Limits LIMITS = new Limits(LARGEST, 20, 10_000);

  /// Reads a file; all that is wrong is told at once, by line.
  static Checked<ReportFile> read(byte[] bytes, String name, KnownFacts facts) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.read(bytes, name, LIMITS, issues);
    if (tree.isEmpty()) {
      return new Checked.Refused<>(issues.list());
    }
    Typed file = new Typed(Fields.of(filled(tree.get()), "the report", issues), issues);
    ReportFile report =
        new ReportFile(
            file.text("title", CaseRules.LONGEST_TITLE).orElse(""),
            file.maybeText("words", CaseRules.LONGEST_WORDS),
            file.map("marking").flatMap(MarkingJson::read).orElse(Marking.of(Tlp.RED)),
            StatingBody.read(file, facts),
            new SaidRealm(file.maybeText("realm", SaidRealm.LONGEST)));
    file.end();
    List<Issue> errors = issues.list().stream().filter(Issue::isError).toList();
    return errors.isEmpty()
        ? new Checked.Sound<>(report, issues.list())
        : new Checked.Refused<>(errors);
  }

  /// Without what was left empty, by which nothing is said. Words of YAML need no quotes.
  private static Tree filled(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(var entries, var mark) ->
          new Tree.Mapping(
              entries.stream()
                  .filter(each -> !(each.value() instanceof Tree.Nothing))
                  .map(each -> new Tree.Entry(each.key(), each.keyMark(), filled(each.value())))
                  .toList(),
              mark);
      case Tree.Sequence(var items, var mark) ->
          new Tree.Sequence(items.stream().map(ReportFile::filled).toList(), mark);
      case Tree.Text(String text, Tree.Kind kind, var mark) when kind == Tree.Kind.PLAIN ->
          new Tree.Text(text, Tree.Kind.QUOTED, mark);
      case Tree.Text _, Tree.Nothing _ -> tree;
    };
  }
}
