package org.parley.desk.calculator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.issue.Issue;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Classifiers;
import org.parley.desk.Shelf;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Values;

/// What the chosen scales say of the answers so far, and which questions decide next.
public final class Calculation {

  private final Shelf shelf;
  private final List<ScaleEdition> editions;
  private final LocalDate day;
  private final Answers answers;
  private final Answers.Taken taken;
  private final List<Result> results = new ArrayList<>();

  /// @param day the deciding day
  public Calculation(
      Shelf shelf,
      Classifiers classifiers,
      List<ScaleEdition> editions,
      LocalDate day,
      Answers answers) {
    this.shelf = shelf;
    this.editions = List.copyOf(editions);
    this.day = day;
    this.answers = answers;
    this.taken = answers.take(shelf.library().knownFacts());
    for (ScaleEdition edition : editions) {
      results.add(new Result(shelf.voice(edition), classifiers.of(edition, day), taken.sheet()));
    }
  }

  public List<Result> results() {
    return results;
  }

  /// What is wrong with answers; the place of each is the key of its answer.
  public List<Issue> problems() {
    return taken.issues().stream().filter(Issue::isError).toList();
  }

  public LocalDate day() {
    return day;
  }

  public boolean nothingElse() {
    return answers.nothingElse();
  }

  public boolean hasAnswers() {
    return !answers.texts().isEmpty() || answers.nothingElse();
  }

  /// The query under which anybody sees this calculation again.
  public String permalink() {
    return Permalink.query(editions, day, answers);
  }

  /// The same calculation without any answer.
  public String permalinkWithoutAnswers() {
    return Permalink.query(editions, day, Answers.none());
  }

  /// The questions that are open, the one that tells most first: what few answers settle for many
  /// scales.
  public List<Field> open() {
    Map<FactKey, Double> telling = new LinkedHashMap<>();
    for (Result result : results) {
      int place = 0;
      for (OpenQuestion question : result.questions()) {
        place++;
        for (FactKey key : question.keys()) {
          telling.merge(key, 1.0 / place, Double::sum);
        }
      }
    }
    Set<FactKey> wrong = wrongKeys();
    return telling.entrySet().stream()
        .filter(each -> !wrong.contains(each.getKey()) && answers.text(each.getKey()).isEmpty())
        .sorted(Map.Entry.<FactKey, Double>comparingByValue(Comparator.reverseOrder()))
        .map(each -> field(each.getKey(), Optional.empty()))
        .toList();
  }

  /// What was answered, in the order in which it was; answers that cannot be taken stand first.
  public List<Field> answered() {
    Map<String, Issue> wrong = new LinkedHashMap<>();
    problems().forEach(issue -> wrong.putIfAbsent(issue.place().document(), issue));
    List<Field> fields = new ArrayList<>();
    List<Field> sound = new ArrayList<>();
    for (String name : answers.texts().keySet()) {
      Optional<FactKey> key = key(name);
      Optional<Issue> problem = Optional.ofNullable(wrong.get(name));
      if (key.isPresent() && isKnown(key.get())) {
        (problem.isPresent() ? fields : sound).add(field(key.get(), problem));
      }
    }
    fields.addAll(sound);
    return fields;
  }

  private Set<FactKey> wrongKeys() {
    return problems().stream()
        .flatMap(issue -> key(issue.place().document()).stream())
        .collect(Collectors.toSet());
  }

  private boolean isKnown(FactKey key) {
    return shelf.library().knownFacts().find(key.fact()).isPresent();
  }

  private static Optional<FactKey> key(String name) {
    boolean potential = name.endsWith("~");
    return FactKey.parse(potential ? name.substring(0, name.length() - 1) : name)
        .map(key -> potential ? key.as(Mode.POTENTIAL) : key);
  }

  private Field field(FactKey key, Optional<Issue> problem) {
    return Field.of(key, values(key), answers.text(key), problem);
  }

  /// The words for a fact: those of the scale that asks for it as a judgement, else the
  /// catalogue's.
  private Values values(FactKey key) {
    return results.stream()
        .map(Result::voice)
        .filter(voice ->
            voice.edition().vocabulary().judgements().values().stream()
                .anyMatch(judged -> judged.id().equals(key.fact())))
        .findFirst()
        .map(ScaleVoice::values)
        .orElseGet(() -> anyOf(key));
  }

  /// For an answer to a scale that is not chosen any more.
  private Values anyOf(FactKey key) {
    return ScaleId.parse(key.fact().text().replaceFirst(":.*", "")).stream()
        .flatMap(id -> shelf.library().editions(id).stream())
        .reduce((_, last) -> last)
        .filter(_ -> shelf.library().catalogue().find(key.fact()).isEmpty())
        .map(name -> shelf.voice(shelf.library().edition(name).orThrow()).values())
        .orElseGet(shelf::values);
  }
}
