package org.parley.desk.calculator;

import java.util.List;
import org.parley.core.classify.Classifier;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.html.HtmlPage;
import org.parley.desk.html.HtmlPaint;
import org.parley.desk.voice.ClassificationText;
import org.parley.desk.voice.Paint;
import org.parley.desk.voice.ScaleVoice;

/// What one scale says of the answers so far.
public final class Result {

  private final ScaleVoice voice;
  private final Classifier classifier;
  private final Sheet sheet;
  private final Classification classification;

  public Result(ScaleVoice voice, Classifier classifier, Sheet sheet) {
    this.voice = voice;
    this.classifier = classifier;
    this.sheet = sheet;
    this.classification = classifier.classify(sheet);
  }

  /// The edition as people quote it.
  public String name() {
    return voice.edition().heading().quoted();
  }

  /// The edition as permalinks name it.
  public String permalinkName() {
    return Permalink.name(voice.edition());
  }

  public ScaleEdition edition() {
    return voice.edition();
  }

  public String title() {
    return voice.title();
  }

  ScaleVoice voice() {
    return voice;
  }

  public Classification classification() {
    return classification;
  }

  /// The levels of the scale, mildest first, each possible or not.
  public List<Rung> ladder() {
    int count = voice.edition().levels().count();
    return voice.edition().levels().mildestFirst().stream()
        .map(level ->
            new Rung(
                voice.phrases().grade(level),
                HtmlPaint.step(level.rank(), count),
                classification.outcome().possible().contains(level)))
        .toList();
  }

  /// @param step of colour, 0 to 5
  public record Rung(String name, int step, boolean possible) {}

  /// The possible grades in words, without colours.
  public String grades() {
    return text().level(Paint.PLAIN);
  }

  public String state() {
    return text().state();
  }

  public boolean isSettled() {
    return classification.outcome() instanceof Outcome.Settled;
  }

  /// What is open and bears on the level, the question that tells most first.
  public List<OpenQuestion> questions() {
    return classification.outcome() instanceof Outcome.Bounded(List<Grade> _, var questions)
        ? questions
        : List.of();
  }

  /// The reasons, what is open, and what single fact would change it, as HTML.
  public String account(int headingLevel) {
    HtmlPage page = new HtmlPage(headingLevel);
    text().account(page, classifier.flips(sheet), true);
    return page.html();
  }

  private ClassificationText text() {
    return new ClassificationText(voice, classification);
  }
}
