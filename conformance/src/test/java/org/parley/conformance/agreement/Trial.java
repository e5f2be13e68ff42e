package org.parley.conformance.agreement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.parley.core.engine.CodedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Step;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;

/// Puts sheets before both evaluators and counts.
final class Trial {

  /// A sheet on which the two differ.
  static final class Disagreement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Disagreement(String message) {
      super(message);
    }
  }

  /// The most ways to fill in open facts that are written down.
  private static final int MOST_FILLED = 120;

  private final String edition;
  private final CompiledScale compiled;
  private final PlainEvaluator plain;
  private final Optional<CodedScale> coded;
  private final Set<String> grades = new TreeSet<>();
  private long known;
  private long explained;
  private long open;
  private long filled;

  Trial(String edition, CompiledScale compiled, PlainEvaluator plain) {
    this.edition = edition;
    this.compiled = compiled;
    this.plain = plain;
    this.coded = compiled.coded();
  }

  /// Everything is known: both give one grade, the same, for the same reasons.
  void known(Sheet sheet) {
    known++;
    Step.Gave trace = plain.trace(sheet);
    List<Grade> expected = trace.possible();
    List<Grade> possible = compiled.possible(sheet);
    if (expected.size() != 1 || !possible.equals(expected)) {
      throw new Disagreement(told(sheet, expected, possible));
    }
    Optional<Step.Gave> reasons = compiled.reasons(sheet);
    explained += reasons.isPresent() ? 1 : 0;
    if (!reasons.orElse(trace).equals(trace)) {
      throw new Disagreement("reasons: " + told(sheet, expected, reasons.get().possible()));
    }
    if (coded.isPresent()) {
      byte[] code = new byte[coded.get().length()];
      if (coded.get().write(sheet, code)) {
        List<Grade> byBytes = coded.get().meaning(coded.get().gradeOf(code));
        if (!byBytes.equals(expected)) {
          throw new Disagreement("by bytes: " + told(sheet, expected, byBytes));
        }
      }
    }
    grades.add(expected.getFirst().word());
  }

  /// Where the scale has a score, both give the same, to the last digit.
  void score(Sheet sheet) {
    Optional<Step.Range> expected = plain.trace(sheet).score();
    Optional<Step.Range> score = compiled.score(sheet);
    boolean unasked =
        expected.isEmpty() && compiled.possible(sheet).equals(List.of(Grade.OUT_OF_SCOPE));
    if (!unasked && !score.equals(expected)) {
      throw new Disagreement(edition + ", score " + score + ", expected " + expected);
    }
  }

  /// Some islands are open, and one more is known to be one of two: the compiled evaluator gives
  /// exactly the grades of all ways to fill them in, the plain one gives none fewer.
  void open(InputSpace space, SplittableRandom random) {
    List<Map<FactKey, List<Stated>>> drawn = space.draw(random);
    List<List<Map<FactKey, List<Stated>>>> ways = new ArrayList<>();
    drawn.forEach(one -> ways.add(List.of(one)));
    int count = 1;
    for (int tries = 0; tries < 4 && !space.islands().isEmpty(); tries++) {
      int which = random.nextInt(space.islands().size());
      Island island = space.islands().get(which);
      if (ways.get(which).size() == 1 && count * island.cells().size() <= MOST_FILLED) {
        ways.set(which, island.cells().stream().map(List::getFirst).toList());
        drawn.set(which, Map.of());
        count *= island.cells().size();
      }
    }
    count *= eitherOr(space, drawn, ways, random) ? 2 : 1;
    Set<Grade> expected = new LinkedHashSet<>();
    for (int number = 0; number < count; number++) {
      List<Map<FactKey, List<Stated>>> whole = new ArrayList<>();
      int rest = number;
      for (var some : ways) {
        whole.add(some.get(rest % some.size()));
        rest /= some.size();
      }
      filled++;
      expected.addAll(plain.trace(space.sheet(whole)).possible());
    }
    open++;
    Sheet sheet = space.sheet(drawn);
    List<Grade> possible = compiled.possible(sheet);
    if (!Set.copyOf(possible).equals(expected)
        || !plain.trace(sheet).possible().containsAll(possible)) {
      throw new Disagreement(told(sheet, List.copyOf(expected), possible));
    }
  }

  /// States one fact of one island as one of two values, if two of its sheets differ in that alone.
  private static boolean eitherOr(
      InputSpace space,
      List<Map<FactKey, List<Stated>>> drawn,
      List<List<Map<FactKey, List<Stated>>>> ways,
      SplittableRandom random) {
    for (int which = 0; which < drawn.size(); which++) {
      Map<FactKey, List<Stated>> one = drawn.get(which);
      if (!one.isEmpty() && random.nextInt(drawn.size()) == 0) {
        List<List<Map<FactKey, List<Stated>>>> cells = space.islands().get(which).cells();
        for (var cell : cells) {
          Map<FactKey, List<Stated>> other = cell.get(random.nextInt(cell.size()));
          Optional<Map<FactKey, List<Stated>>> both = either(one, other);
          if (both.isPresent()) {
            drawn.set(which, both.get());
            ways.set(which, List.of(one, other));
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Optional<Map<FactKey, List<Stated>>> either(
      Map<FactKey, List<Stated>> one, Map<FactKey, List<Stated>> other) {
    List<FactKey> differing =
        one.keySet().stream().filter(key -> !one.get(key).equals(other.get(key))).toList();
    if (differing.size() != 1) {
      return Optional.empty();
    }
    FactKey key = differing.getFirst();
    Map<FactKey, List<Stated>> both = new java.util.HashMap<>(one);
    if (one.get(key).getFirst() instanceof Stated.Exactly(Value first)
        && other.get(key).getFirst() instanceof Stated.Exactly(Value second)) {
      both.put(key, List.of(new Stated.OneOf(List.of(first, second))));
    } else {
      both.put(key, List.of(one.get(key).getFirst(), other.get(key).getFirst()));
    }
    return Optional.of(both);
  }

  private String told(Sheet sheet, List<Grade> expected, List<Grade> possible) {
    StringBuilder text = new StringBuilder(edition);
    text.append(": compiled ").append(possible).append(", plain ").append(expected).append(" on");
    new TreeSet<>(sheet.keys())
        .forEach(key -> text.append("\n  ").append(key).append(' ').append(sheet.stated(key)));
    return text.toString();
  }

  /// The grades that known sheets were given.
  Set<String> grades() {
    return grades;
  }

  long sheetsKnown() {
    return known;
  }

  /// For how many of them the compiled evaluator gave reasons of its own.
  long sheetsExplained() {
    return explained;
  }

  long sheetsOpen() {
    return open;
  }

  long waysFilled() {
    return filled;
  }
}
