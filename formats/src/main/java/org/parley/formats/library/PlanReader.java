package org.parley.formats.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.response.ResponsePlan;
import org.parley.core.response.Within;
import org.parley.core.scale.Source;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Citation;
import org.parley.core.terms.ScaleId;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads a response plan: handbook/response-plan.md.
public final class PlanReader {

  private final Issues issues = new Issues();
  private final SequencedMap<String, String> roles = new LinkedHashMap<>();
  private final SequencedMap<String, String> measures = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();

  private PlanReader() {}

  public static Checked<ResponsePlan> read(Tree tree) {
    PlanReader reader = new PlanReader();
    return Verdict.of(reader.plan(tree), reader.issues);
  }

  private Optional<ResponsePlan> plan(Tree tree) {
    Fields fields = Fields.of(tree, "the plan", issues);
    Optional<String> name = fields.needText("plan").map(Tree.Text::text);
    Optional<String> edition = fields.needText("edition").map(Tree.Text::text);
    Optional<ScaleId> scale = fields.needText("scale").flatMap(this::scale);
    fields.needText("authority");
    fields.needNamed("sources").orElse(List.of()).forEach(this::source);
    texts(fields, "roles", "means", roles);
    texts(fields, "measures", "text", measures);
    Map<String, ResponsePlan.Entry> levels = entries(fields, "levels");
    Map<String, ResponsePlan.Entry> types = entries(fields, "types");
    fields.end();
    if (name.isEmpty() || edition.isEmpty() || scale.isEmpty()) {
      return Optional.empty();
    }
    ResponsePlan.Parts parts = new ResponsePlan.Parts(roles, measures, sources);
    return Optional.of(
        new ResponsePlan(name.get(), edition.get(), scale.get(), parts, levels, types));
  }

  private Optional<ScaleId> scale(Tree.Text text) {
    Optional<ScaleId> id = ScaleId.parse(text.text());
    if (id.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          text.place(),
          "\"%s\" is no name of a scale".formatted(text.text()),
          "write issuer/name");
    }
    return id;
  }

  private void source(Tree.Entry entry) {
    Fields fields = Fields.of(entry.value(), "source " + entry.key(), issues);
    Optional<String> text = fields.needText("text").map(Tree.Text::text);
    Optional<String> url = fields.text("url").map(Tree.Text::text);
    Optional<Tree.Text> word = fields.needText("certainty");
    Optional<Certainty> certainty = word.flatMap(each -> Certainty.parse(each.text()));
    if (word.isPresent() && certainty.isEmpty()) {
      issues.add(
          IssueCode.UNKNOWN_OPTION,
          word.get().place(),
          "\"%s\" says nothing about certainty".formatted(word.get().text()),
          "write official, secondary, interpretation or unconfirmed");
    }
    fields.end();
    if (text.isPresent() && certainty.isPresent()) {
      sources.put(entry.key(), new Source(entry.key(), text.get(), url, certainty.get()));
    }
  }

  private void texts(Fields fields, String section, String key, Map<String, String> into) {
    for (Tree.Entry entry : fields.named(section).orElse(List.of())) {
      Fields each = Fields.of(entry.value(), section + " " + entry.key(), issues);
      each.needText(key).ifPresent(text -> into.put(entry.key(), text.text()));
      cite(each);
      each.end();
    }
  }

  private Map<String, ResponsePlan.Entry> entries(Fields fields, String section) {
    Map<String, ResponsePlan.Entry> entries = new LinkedHashMap<>();
    for (Tree.Entry each : fields.named(section).orElse(List.of())) {
      entries.put(each.key(), entry(Fields.of(each.value(), section + " " + each.key(), issues)));
    }
    return entries;
  }

  private ResponsePlan.Entry entry(Fields fields) {
    List<ResponsePlan.Call> calls = new ArrayList<>();
    for (Tree item : fields.list("call").orElse(List.of())) {
      call(Fields.of(item, "the call", issues)).ifPresent(calls::add);
    }
    List<String> done = new ArrayList<>();
    for (Tree item : fields.list("measures").orElse(List.of())) {
      Fields.text(item, "the measure", issues)
          .filter(text -> isKnown(text, measures, "measure"))
          .ifPresent(text -> done.add(text.text()));
    }
    List<ResponsePlan.Due> dues = new ArrayList<>();
    for (Tree item : fields.list("due").orElse(List.of())) {
      due(Fields.of(item, "what is due", issues)).ifPresent(dues::add);
    }
    fields.end();
    return new ResponsePlan.Entry(List.copyOf(calls), List.copyOf(done), List.copyOf(dues));
  }

  private Optional<ResponsePlan.Call> call(Fields fields) {
    Optional<Tree.Text> role = fields.needText("role").filter(text -> isKnown(text, roles, "role"));
    Optional<Within> within = fields.text("within").flatMap(this::within);
    Optional<Citation> cite = cite(fields);
    fields.end();
    return role.map(text -> new ResponsePlan.Call(text.text(), within, cite));
  }

  private Optional<ResponsePlan.Due> due(Fields fields) {
    Optional<String> report = fields.needText("report").map(Tree.Text::text);
    Optional<Within> within = fields.needText("within").flatMap(this::within);
    Optional<String> from = fields.needText("from").map(Tree.Text::text);
    Optional<String> regime = fields.text("regime").map(Tree.Text::text);
    Optional<Citation> cite = cite(fields);
    fields.end();
    return report.isPresent() && within.isPresent() && from.isPresent()
        ? Optional.of(new ResponsePlan.Due(report.get(), within.get(), from.get(), regime, cite))
        : Optional.empty();
  }

  private Optional<Within> within(Tree.Text text) {
    Optional<Within> within = Within.parse(text.text());
    if (within.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          "\"%s\" is no time span".formatted(text.text()),
          "write PT4H, P20D or P1M");
    }
    return within;
  }

  private Optional<Citation> cite(Fields fields) {
    Optional<Tree.Text> text = fields.text("cite");
    Optional<Citation> cite = text.map(each -> Citation.parse(each.text()));
    cite.filter(each -> !sources.containsKey(each.source()))
        .ifPresent(each ->
            issues.add(
                IssueCode.CITATION_UNKNOWN,
                text.orElseThrow().place(),
                "no source has the key \"%s\"".formatted(each.source()),
                "add it under `sources:`"));
    return cite;
  }

  private boolean isKnown(Tree.Text text, Map<String, String> names, String what) {
    if (names.containsKey(text.text())) {
      return true;
    }
    issues.add(
        IssueCode.UNKNOWN_NAME,
        text.place(),
        "the plan has no %s \"%s\"".formatted(what, text.text()),
        "add it under `%ss:`".formatted(what));
    return false;
  }
}
