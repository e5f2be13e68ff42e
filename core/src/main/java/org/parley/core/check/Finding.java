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
/// @param ways by which the question went, office by office, where it was to go by two
public record Finding(
    Party state,
    Verdict verdict,
    Optional<Instant> met,
    boolean byHand,
    List<Heard> heard,
    List<Ways> ways) {

  public Finding {
    heard = List.copyOf(heard);
    ways = List.copyOf(ways);
  }

  /// How it stands. None of these blames: an answer may be under way.
  public enum Verdict {
    NOT_ASKED_YET,
    /// No question could go out; the reason stands with the question.
    NOT_REACHED,
    WAITING,
    /// Each node asked has given a receipt, but one of them by one way only: no other way is known
    /// here, or the proposed time passed without a receipt by the other.
    ONE_WAY,
    MET,
    /// The rule was met after the proposed time.
    MET_LATER,
    /// The proposed time passed, and no answer is recorded that meets the rule.
    TIME_PASSED
  }

  /// Reads what was heard by the rule of the check's rung.
  public static Finding of(
      Check check, Party state, List<Heard> all, List<Ways> ways, Instant now) {
    CheckEvent.Asked question = check.asked().get(state);
    List<Heard> heard = all.stream().sorted(Comparator.comparing(Heard::at)).toList();
    if (question == null) {
      return new Finding(state, Verdict.NOT_ASKED_YET, Optional.empty(), false, heard, ways);
    }
    Rule rule = new Rule(check.plan(), state, question, ways);
    Optional<Met> met = rule.met(heard);
    Verdict verdict =
        met.isEmpty() && rule.isReachedByOneWay(now)
            ? Verdict.ONE_WAY
            : verdict(check, question, met.map(Met::at), now);
    boolean byHand = met.map(Met::byHand).orElse(false);
    return new Finding(state, verdict, met.map(Met::at), byHand, heard, ways);
  }

  private static Instant ends(CheckPlan plan, CheckEvent.Asked question) {
    return question.at().plus(plan.within());
  }

  private static Verdict verdict(
      Check check, CheckEvent.Asked question, Optional<Instant> met, Instant now) {
    Instant ends = ends(check.plan(), question);
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

  /// The rule of a rung for one State and the question that it was asked.
  private record Rule(CheckPlan plan, Party state, CheckEvent.Asked question, List<Ways> ways) {

    private String word() {
      return question.word();
    }

    Optional<Met> met(List<Heard> heard) {
      return switch (plan.rung()) {
        case NODE -> question.byTwoWays() ? byTwoWays() : all(heard, Set.of(Heard.Kind.DELIVERED));
        case OFFICE_HOURS, DUTY_OFFICER ->
            first(
                heard,
                each ->
                    each.repeats(word())
                        && (each.kind() == Heard.Kind.ANSWERED
                            || each.kind() == Heard.Kind.BY_HAND));
        case JOINT -> joint(heard);
        case FORM -> first(heard, each -> each.kind() == Heard.Kind.NOTICE);
        case ASSISTANCE -> first(heard, each -> each.kind() == Heard.Kind.OFFER);
        case OTHER_WAY ->
            first(heard, each -> each.repeats(word()) && each.kind() == Heard.Kind.BY_HAND);
      };
    }

    /// The node of each office asked has given receipts by two different ways.
    private Optional<Met> byTwoWays() {
      return latest(
          plan.ask().offices(state).stream()
              .map(office -> waysTo(office).flatMap(Ways::reached))
              .toList());
    }

    private Optional<Ways> waysTo(OfficeId office) {
      return ways.stream().filter(each -> each.office().equals(office)).findFirst();
    }

    boolean isReachedByOneWay(Instant now) {
      List<Optional<Ways>> all = plan.ask().offices(state).stream().map(this::waysTo).toList();
      return question.byTwoWays()
          && all.stream().allMatch(each -> each.filter(Ways::reachedAtAll).isPresent())
          && (now.isAfter(ends(plan, question))
              || all.stream().flatMap(Optional::stream).anyMatch(Ways::noOther));
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
      return latest(
          plan.ask().offices(state).stream()
              .map(office -> firstOf(heard, office, kinds).map(Heard::at))
              .toList());
    }

    private static Optional<Met> latest(List<Optional<Instant>> times) {
      return times.stream().allMatch(Optional::isPresent)
          ? times.stream()
              .flatMap(Optional::stream)
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
          first(heard, each -> each.kind() == Heard.Kind.ANSWERED && each.repeats(word()));
      return both.isEmpty() || said.isEmpty()
          ? Optional.empty()
          : Stream.of(both.get(), said.get()).max(Comparator.comparing(Met::at));
    }
  }
}
