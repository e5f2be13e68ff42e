package org.parley.formats.parley.scale;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Together;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.OptionNames;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the judgements that a scale leaves to a named person: scale-format.md, section 4.
final class JudgementReader {

  private final Draft draft;
  private final ScaleId scale;
  private final Issues issues;

  JudgementReader(Draft draft, ScaleId scale) {
    this.draft = draft;
    this.scale = scale;
    this.issues = draft.issues();
  }

  void read(List<Tree.Entry> entries) {
    for (Tree.Entry entry : entries) {
      Optional<FactId> id = id(entry);
      Fields fields = Fields.of(entry.value(), "judgement " + entry.key(), issues);
      Optional<FactType> type = type(fields);
      Optional<Value> baseline =
          fields
              .any("baseline")
              .flatMap(tree -> type.flatMap(of -> ValueTree.value(of, tree, issues)));
      Optional<Tree.Text> means = fields.needText("means");
      draft.citations().of(fields);
      fields.end();
      if (id.isPresent() && type.isPresent()) {
        draft.declare("judgement", entry);
        draft.judge(entry.key(), judgement(id.get(), type.get(), baseline, means));
      }
    }
  }

  private Optional<FactId> id(Tree.Entry entry) {
    boolean plain = FactId.isPlainName(entry.key());
    boolean taken = draft.key(entry.key()).isPresent();
    if (!plain) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          Scalars.quoted(entry.key()) + " cannot be the name of a judgement",
          "begin with a small letter, then letters and digits");
    } else if (taken) {
      issues.add(
          IssueCode.DUPLICATE_KEY,
          entry.keyMark().place(),
          "\"%s\" is a fact of the catalogue already".formatted(entry.key()),
          "use the fact, or give the judgement a name of its own");
    }
    return plain && !taken ? FactId.parse(scale + ":" + entry.key()) : Optional.empty();
  }

  private Optional<FactType> type(Fields fields) {
    Optional<List<String>> options =
        fields.needList("options").flatMap(items -> OptionNames.read(items, fields, issues));
    boolean ordered = fields.text("ordered").flatMap(new Scalars(issues)::yesNo).orElse(true);
    return options.map(names -> ordered ? new FactType.Ordered(names) : new FactType.Choice(names));
  }

  private static Fact judgement(
      FactId id, FactType type, Optional<Value> baseline, Optional<Tree.Text> means) {
    return new Fact(
        id,
        "judgement",
        type,
        baseline,
        Fact.Reach.PLAIN,
        Together.REFUSE,
        means.map(Tree.Text::text).orElse(""));
  }
}
