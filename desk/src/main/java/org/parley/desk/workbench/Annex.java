package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Source;
import org.parley.core.terms.Citation;
import org.parley.desk.Shelf;
import org.parley.desk.docx.DocxPage;
import org.parley.desk.voice.PlanText;
import org.parley.desk.voice.ScaleText;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Words;

/// A scale as the annex to an instruction, for those who sign it: levels, rule, thresholds with
/// their sources, response plan; in the language of the voice.
public final class Annex {

  private final ScaleVoice voice;
  private final Words words;
  private final DocxPage page;
  private final List<List<String>> thresholds = new ArrayList<>();

  private Annex(ScaleVoice voice) {
    this.voice = voice;
    this.words = voice.words();
    this.page = new DocxPage(voice.title(), voice.words().language());
  }

  /// The annex as a DOCX file.
  ///
  /// @param draft whether nobody has adopted it, which the document then says
  public static byte[] docx(
      ScaleVoice voice, Optional<ResponsePlan> plan, Shelf shelf, boolean draft) {
    Annex annex = new Annex(voice);
    annex.page.text(annex.words.say(draft ? "page.bench.annex.draft" : "page.bench.annex.adopted"));
    new ScaleText(voice).tellContent(annex.page);
    annex.thresholds();
    plan.ifPresent(each -> annex.plan(each, shelf));
    return annex.page.bytes();
  }

  private void thresholds() {
    ScaleEdition edition = voice.edition();
    rule(edition.rule(), "");
    if (thresholds.isEmpty()) {
      return;
    }
    page.heading(words.say("page.bench.annex.thresholds"));
    page.table(
        List.of(
            words.say("page.bench.annex.level"),
            words.say("page.bench.annex.what"),
            words.say("page.bench.annex.threshold"),
            words.say("page.bench.annex.source")),
        thresholds);
  }

  private void rule(Rule rule, String level) {
    switch (rule) {
      case Rule.Ladder(var rows, _, var cite) ->
          rows.forEach(row -> condition(row.when(), voice.phrases().grade(row.level()), cite));
      case Rule.Gate(var gate, _, var open, var cite) -> {
        condition(gate, level, cite);
        rule(open, level);
      }
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.forEach((name, part) -> rule(part, voice.phrases().dimension(name)));
      case Rule.ByOption(_, var cases, _, _) -> cases.values().forEach(each -> rule(each, level));
      case Rule.Fixed _, Rule.WeightedMean _, Rule.Score _, Rule.Matrix _ -> {}
    }
  }

  /// @param above the source of what the condition stands in
  private void condition(Condition condition, String level, Optional<Citation> above) {
    Optional<Citation> cite = condition.notes().cite().or(() -> above);
    switch (condition) {
      case Condition.Passes passes ->
          thresholds.add(
              List.of(
                  level,
                  voice.phrases().quantity(passes.quantity()),
                  voice.phrases().test(passes.quantity(), passes.test()),
                  cite.map(this::cited).orElse("")));
      case Condition.CountOf(var parts, _, _, _) ->
          parts.forEach(part -> condition(part, level, cite));
      case Condition.NoneOf(var parts, _) -> parts.forEach(part -> condition(part, level, cite));
      case Condition.Named(_, var body, _) -> condition(body, level, cite);
      case Condition.Always _ -> {}
    }
  }

  private String cited(Citation citation) {
    Optional<Source> source =
        Optional.ofNullable(voice.edition().vocabulary().sources().get(citation.source()));
    String text = source.map(Source::text).orElse(citation.source());
    return citation.detail().map(detail -> text + ", " + detail).orElse(text);
  }

  private void plan(ResponsePlan plan, Shelf shelf) {
    page.heading(words.say("page.bench.tab.plan"));
    PlanText text = new PlanText(plan, shelf.planLabels(plan), words);
    for (Grade.Level level : voice.edition().levels().mildestFirst().reversed()) {
      ResponsePlan.Entry entry = plan.levels().get(level.name());
      if (entry != null) {
        page.subheading(voice.phrases().grade(level));
        text.tell(page, entry, Map.of());
      }
    }
  }
}
