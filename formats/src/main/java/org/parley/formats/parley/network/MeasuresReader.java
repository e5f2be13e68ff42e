package org.parley.formats.parley.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.measure.Measure;
import org.parley.core.measure.Measures;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Citations;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the sixteen measures: handbook/measures.md.
public final class MeasuresReader {

  private static final Map<String, Measure.How> HOWS = hows();

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);

  private MeasuresReader() {}

  public static Checked<Measures> read(Tree tree) {
    MeasuresReader reader = new MeasuresReader();
    return Verdict.of(reader.measures(tree), reader.issues);
  }

  private Optional<Measures> measures(Tree tree) {
    Fields file = Fields.of(tree, "the measures", issues);
    Optional<String> edition = file.needText("measures").map(Tree.Text::text);
    Citations citations = Citations.read(file);
    List<Measure> list = new ArrayList<>();
    for (Tree item : file.needList("list").orElse(List.of())) {
      measure(item, citations, list.size() + 1).ifPresent(list::add);
    }
    file.end();
    citations.tellUnused();
    if (list.size() != Measure.LAST && !issues.hasErrors()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          file.place(),
          "there are %d measures, and %d are here".formatted(Measure.LAST, list.size()));
    }
    SequencedMap<String, Measures.Decision> decisions = new TreeMap<>();
    citations
        .sources()
        .forEach((key, source) ->
            decisions.put(key, new Measures.Decision(source.text(), source.certainty())));
    return edition.map(name -> new Measures(name, decisions, list));
  }

  private Optional<Measure> measure(Tree item, Citations citations, int expected) {
    Fields fields = Fields.of(item, "measure " + expected, issues);
    Optional<Tree.Text> written = fields.needText("measure");
    Optional<Integer> number = written.flatMap(text -> scalars.whole(text, 1, Measure.LAST));
    if (number.isPresent() && number.get() != expected) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          written.get().place(),
          "measure %d stands here, and %d comes next".formatted(number.get(), expected));
    }
    Optional<Citation> source = fields.needText("cite").map(citations::parse);
    List<String> acts = keys(fields, "acts");
    Optional<String> rhythm = fields.needText("rhythm").filter(scalars::isKey).map(Tree.Text::text);
    List<Measure.Service> served = new ArrayList<>();
    for (Tree each : fields.needList("served").orElse(List.of())) {
      service(each).ifPresent(served::add);
    }
    fields.end();
    return number.isEmpty() || source.isEmpty() || rhythm.isEmpty()
        ? Optional.empty()
        : Optional.of(new Measure(number.get(), source.get(), acts, rhythm.get(), served));
  }

  private List<String> keys(Fields fields, String name) {
    List<String> keys = new ArrayList<>();
    for (Tree each : fields.needList(name).orElse(List.of())) {
      Fields.text(each, name, issues)
          .filter(scalars::isKey)
          .ifPresent(text -> keys.add(text.text()));
    }
    return keys;
  }

  private Optional<Measure.Service> service(Tree tree) {
    Fields fields = Fields.of(tree, "what serves it", issues);
    Optional<String> by = fields.needText("by").filter(scalars::isKey).map(Tree.Text::text);
    Optional<Measure.How> how =
        fields.needText("how").flatMap(text -> scalars.word(text, "way", HOWS));
    Optional<String> at = fields.text("at").map(Tree.Text::text);
    fields.end();
    boolean said = at.isPresent();
    boolean fits =
        how.isEmpty()
            || switch (how.get()) {
              case PAGE -> at.filter(path -> path.startsWith("/")).isPresent();
              case COMMAND -> said;
              case NOT_YET -> !said;
            };
    if (!fits) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "a page has an address, a command its name, and what is not there yet has neither");
    }
    return by.isEmpty() || how.isEmpty()
        ? Optional.empty()
        : Optional.of(new Measure.Service(by.get(), how.get(), at));
  }

  private static Map<String, Measure.How> hows() {
    Map<String, Measure.How> words = new LinkedHashMap<>();
    for (Measure.How how : Measure.How.values()) {
      words.put(how.word(), how);
    }
    return words;
  }
}
