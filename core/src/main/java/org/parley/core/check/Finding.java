package org.parley.core.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Party;

/// What a check has found about one State. It is between that State and the office that asked.
///
/// @param met when the rule of the rung was met, UTC
/// @param byHand whether that rests on a contact written down by hand: a lower grade
/// @param heard in the order recorded
public record Finding(
    Party state, Verdict verdict, Optional<Instant> met, boolean byHand, List<Heard> heard) {

  public Finding {
    heard = List.copyOf(heard);
  }

  /// How it stands. None of these blames: an answer may be under way.
  public enum Verdict {
    NOT_ASKED_YET,
    /// No question could go out; the reason stands with the question.
    NOT_REACHED,
    WAITING,
    MET,
    /// The rule was met after the proposed time.
    MET_LATER,
    /// The proposed time passed, and no answer is recorded that meets the rule.
    TIME_PASSED
  }

  /// Reads what was heard by the rule of the check's rung.
  public static Finding of(Check check, Party state, List<Heard> all, Instant now) {
    CheckEvent.Asked question = check.asked().get(state);
    List<Heard> heard = all.stream().sorted(Comparator.comparing(Heard::at)).toList();
    if (question == null) {
      return new Finding(state, Verdict.NOT_ASKED_YET, Optional.empty(), false, heard);
    }
    Optional<Met> met = new Rule(check.plan(), state, question.word()).met(heard);
    Verdict verdict = verdict(check, question, met.map(Met::at), now);
    return new Finding(state, verdict, met.map(Met::at), met.map(Met::byHand).orElse(false), heard);
  }

  private static Verdict verdict(
      Check check, CheckEvent.Asked question, Optional<Instant> met, Instant now) {
    Instant ends = question.at().plus(check.plan().within());
    if (met.isPresent()) {
      return met.get().isAfter(ends) ? Verdict.MET_LATER : Verdict.MET;
    }
    if (question.statement().isEmpty() && !check.plan().rung().countsByHand()) {
      return Verdict.NOT_REACHED;
    }
    return now.isAfter(ends) ? Verdict.TIME_PASSED : Verdict.WAITING;
  }

  /// How long it took from the question to the moment the rule was met.
  public Optional<Duration> taken(Check check) {
    return met.map(at ->
        Duration.between(java.util.Objects.requireNonNull(check.asked().get(state)).at(), at));
  }

  private record Met(Instant at, boolean byHand) {}

  /// The rule of a rung for one State and its word.
  private record Rule(CheckPlan plan, Party state, String word) {

    Optional<Met> met(List<Heard> heard) {
      return switch (plan.rung()) {
        case NODE -> all(heard, Set.of(Heard.Kind.DELIVERED));
        case OFFICE_HOURS, DUTY_OFFICER ->
            first(
                heard,
                each ->
                    each.repeats(word)
                        && (each.kind() == Heard.Kind.ANSWERED
                            || each.kind() == Heard.Kind.BY_HAND));
        case JOINT -> joint(heard);
        case FORM -> first(heard, each -> each.kind() == Heard.Kind.NOTICE);
        case ASSISTANCE -> first(heard, each -> each.kind() == Heard.Kind.OFFER);
        case OTHER_WAY ->
            first(heard, each -> each.repeats(word) && each.kind() == Heard.Kind.BY_HAND);
      };
    }

    private static Optional<Met> first(
        List<Heard> heard, java.util.function.Predicate<Heard> counts) {
      return heard.stream()
          .filter(counts)
          .findFirst()
          .map(each -> new Met(each.at(), each.kind() == Heard.Kind.BY_HAND));
    }

    /// Each office asked has done one of these; when the last of them did.
    private Optional<Met> all(List<Heard> heard, Set<Heard.Kind> kinds) {
      List<Optional<Heard>> firsts =
          plan.ask().offices(state).stream().map(office -> firstOf(heard, office, kinds)).toList();
      return firsts.stream().allMatch(Optional::isPresent)
          ? firsts.stream()
              .flatMap(Optional::stream)
              .map(Heard::at)
              .max(Comparator.naturalOrder())
              .map(at -> new Met(at, false))
          : Optional.empty();
    }

    private static Optional<Heard> firstOf(
        List<Heard> heard, OfficeId office, Set<Heard.Kind> kinds) {
      return heard.stream()
          .filter(each -> each.by().equals(office) && kinds.contains(each.kind()))
          .findFirst();
    }

    private Optional<Met> joint(List<Heard> heard) {
      Optional<Met> both = all(heard, Set.of(Heard.Kind.ANSWERED, Heard.Kind.ACKNOWLEDGED));
      Optional<Met> said =
          first(heard, each -> each.kind() == Heard.Kind.ANSWERED && each.repeats(word));
      return both.isEmpty() || said.isEmpty()
          ? Optional.empty()
          : Stream.of(both.get(), said.get()).max(Comparator.comparing(Met::at));
    }
  }
}
