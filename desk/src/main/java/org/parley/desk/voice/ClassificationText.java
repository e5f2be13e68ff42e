package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Exact;

/// Tells what one scale says of an incident: the line in the overview, and the full account.
public final class ClassificationText {

  /// More changes than this are counted, not listed, unless everything is asked for.
  private static final int MOST_LISTED = 6;

  private final ScaleVoice voice;
  private final Classification classification;
  private final Words words;

  public ClassificationText(ScaleVoice voice, Classification classification) {
    this.voice = voice;
    this.classification = classification;
    this.words = voice.words();
  }

  /// The row of the overview: name, bar, grades in words, how settled it is.
  public List<String> row(Paint paint) {
    Outcome outcome = classification.outcome();
    String name = classification.edition().heading().id().toString();
    String state = state(outcome);
    return List.of(
        name,
        voice.bar(outcome.possible(), paint),
        level(outcome, paint) + (state.isEmpty() ? "" : paint.faint("  (" + state + ")")));
  }

  /// The possible grades in words.
  public String level(Paint paint) {
    return level(classification.outcome(), paint);
  }

  /// The first reasons as plain lines, for pages that have little room; lines that only lead to
  /// others are left out.
  public List<String> reasons(int most) {
    LinesPage page = new LinesPage();
    new ReasonsText(voice, page, classification.trace()).tell(0);
    return page.lines().stream().filter(line -> !line.endsWith(":")).limit(most).toList();
  }

  /// How settled it is, in words; empty where the grades say it all.
  public String state() {
    return state(classification.outcome());
  }

  private String level(Outcome outcome, Paint paint) {
    return switch (outcome) {
      case Outcome.Settled _, Outcome.Bounded _ -> voice.grades(outcome.possible(), paint);
      case Outcome.OutOfScope _, Outcome.Unsaid _ ->
          words.say("outcome." + outcome.possible().getFirst().word());
      case Outcome.Refused _ -> words.say("outcome.refused");
    };
  }

  private String state(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled(_, Optional<Exact> score) ->
          words.say("outcome.settled")
              + score
                  .map(exact ->
                      ", "
                          + words.say(
                              "line.labelled", words.say("heading.score"), exact.shown(decimals())))
                  .orElse("");
      case Outcome.Bounded(_, List<OpenQuestion> questions) ->
          words.say("outcome.bounded") + ", " + words.count("question", questions.size());
      case Outcome.OutOfScope _, Outcome.Unsaid _, Outcome.Refused _ -> "";
    };
  }

  private int decimals() {
    return Score.decimals(classification.edition().rule());
  }

  /// The account: how it came about, what is open, what the issuer's own rule says, what would
  /// change it.
  ///
  /// @param flips the changes to one fact alone that would change the result
  /// @param explain whether the reasons and all changes are told too
  public void account(Page page, List<Flip> flips, boolean explain) {
    page.heading(classification.edition().heading().quoted() + "  " + voice.title());
    page.paragraph(
        2,
        4,
        voice.bar(classification.outcome().possible(), page.paint())
            + "  "
            + level(classification.outcome(), page.paint())
            + "  "
            + state(classification.outcome()));
    sentence(page);
    dimensions(page);
    if (explain) {
      part(page, "heading.why");
      new ReasonsText(voice, page, classification.trace()).tell(4);
    }
    questions(page, explain);
    ruling(page);
    changes(page, flips, explain);
    sources(page);
  }

  private void sentence(Page page) {
    switch (classification.outcome()) {
      case Outcome.Unsaid(var cite) ->
          page.paragraph(
              2, 4, words.say("outcome.unsaid.sentence", cite.map(Object::toString).orElse("")));
      case Outcome.OutOfScope _ -> page.paragraph(2, 4, words.say("outcome.out-of-scope.sentence"));
      case Outcome.Refused(var criteria) ->
          page.paragraph(
              2,
              4,
              words.say(
                  "outcome.refused.sentence",
                  String.join(", ", criteria.stream().map(voice.phrases()::criterion).toList())));
      case Outcome.Settled _, Outcome.Bounded _ -> {}
    }
  }

  private void dimensions(Page page) {
    if (classification.dimensions().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    classification
        .dimensions()
        .forEach((name, grades) ->
            rows.add(
                List.of(
                    voice.phrases().dimension(name),
                    voice.bar(grades, page.paint()),
                    voice.grades(grades, page.paint()))));
    page.table(4, rows);
  }

  private void part(Page page, String key) {
    page.line(2, page.paint().strong(words.say(key)));
  }

  private void questions(Page page, boolean all) {
    if (!(classification.outcome() instanceof Outcome.Bounded(_, List<OpenQuestion> questions))
        || questions.isEmpty()) {
      return;
    }
    part(page, "heading.open-questions");
    questions.stream()
        .limit(all ? Long.MAX_VALUE : MOST_LISTED)
        .forEach(question -> question(page, question, all));
    more(page, questions.size() - MOST_LISTED, all);
  }

  private void question(Page page, OpenQuestion question, boolean all) {
    page.paragraph(
        4,
        2,
        "? " + String.join(", ", question.keys().stream().map(voice.values()::name).toList()));
    if (all) {
      for (OpenQuestion.Answer answer : question.answers()) {
        page.paragraph(
            8,
            4,
            voice.phrases().region(answer.region())
                + " → "
                + voice.grades(answer.leaves(), page.paint()));
      }
    }
  }

  private void more(Page page, int left, boolean all) {
    if (left > 0 && !all) {
      page.line(4, words.say("more", left));
    }
  }

  private void ruling(Page page) {
    switch (classification.ruling()) {
      case IssuerRuling.NotNeeded _ -> {}
      case IssuerRuling.Substituted(var possible, var puttings) -> {
        part(page, "heading.issuer-rule");
        page.paragraph(
            4,
            2,
            words.say(
                "policy.substitute.result",
                voice.bar(possible, page.paint()) + " " + voice.grades(possible, page.paint())));
        puttings.forEach(put ->
            page.paragraph(
                4,
                2,
                words.say("policy.applied", voice.phrases().criterion(put.subject()), put.put())
                    + put.cite().map(cite -> page.paint().faint("  [" + cite + "]")).orElse("")));
      }
      case IssuerRuling.MustEstimate(var keys, _) ->
          told(page, "policy.estimate", words.say("policy.estimate.result", names(keys)));
      case IssuerRuling.DueLater(List<Grade> now, var keys, _) -> {
        told(
            page,
            "policy.later",
            words.say("policy.later.result", voice.grades(now, page.paint())));
        page.paragraph(4, 2, words.say("policy.later.due", names(keys)));
      }
      case IssuerRuling.NotComputed _ ->
          told(page, "policy.refuse", words.say("policy.refuse.result"));
      case IssuerRuling.Silent _ -> told(page, "policy.silent", "");
    }
  }

  private void told(Page page, String policy, String result) {
    part(page, "heading.issuer-rule");
    page.paragraph(4, 2, (words.say(policy) + " " + result).strip());
  }

  private String names(List<FactKey> keys) {
    return String.join(", ", keys.stream().map(voice.values()::name).toList());
  }

  private void changes(Page page, List<Flip> flips, boolean all) {
    if (!all) {
      return;
    }
    part(page, "heading.one-fact");
    if (flips.isEmpty()) {
      page.paragraph(4, 2, words.say("change.none"));
    }
    for (Flip flip : flips) {
      page.paragraph(
          4,
          4,
          voice.phrases().region(flip.region()) + " → " + voice.grades(flip.gives(), page.paint()));
    }
  }

  private void sources(Page page) {
    classification
        .unsure()
        .forEach(source ->
            page.paragraph(
                2,
                2,
                page.paint()
                    .faint(
                        words.say(
                            "certainty.rests-on",
                            words.say("certainty." + source.certainty().word())
                                + " · "
                                + source.key()
                                + " · "
                                + source.text()))));
  }
}
