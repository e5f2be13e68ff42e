package org.parley.core.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What may be told of a check beyond the office that asked: numbers over all States, and only from
/// [#FEWEST] up, so that none of them can be guessed.
///
/// @param asked how many States
/// @param met in the proposed time
/// @param later after it
/// @param oneWay reached by one way only, where the question went by two
/// @param byHand of those that met it, how many rest on a contact written down by hand
/// @param median of the times taken; empty where fewer than [#FEWEST] have met the rule
/// @param ninetieth the time in which nine of ten of those had met it
public record Summary(
    int asked,
    int met,
    int later,
    int oneWay,
    int byHand,
    Optional<Duration> median,
    Optional<Duration> ninetieth) {

  /// The fewest States over which numbers are told.
  public static final int FEWEST = 5;

  /// Empty where fewer States were asked than may be told of.
  public static Optional<Summary> of(Check check, List<Finding> findings) {
    if (findings.size() < FEWEST) {
      return Optional.empty();
    }
    List<Duration> taken =
        findings.stream().flatMap(each -> each.taken(check).stream()).sorted().toList();
    boolean told = taken.size() >= FEWEST;
    return Optional.of(
        new Summary(
            findings.size(),
            count(findings, Finding.Verdict.MET),
            count(findings, Finding.Verdict.MET_LATER),
            count(findings, Finding.Verdict.ONE_WAY),
            (int) findings.stream().filter(Finding::byHand).count(),
            told ? Optional.of(at(taken, 50)) : Optional.empty(),
            told ? Optional.of(at(taken, 90)) : Optional.empty()));
  }

  private static int count(List<Finding> findings, Finding.Verdict verdict) {
    return (int) findings.stream().filter(each -> each.verdict() == verdict).count();
  }

  /// The smallest time that at least so many of a hundred do not exceed.
  private static Duration at(List<Duration> sorted, int percent) {
    int place = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.get(Math.max(0, place - 1));
  }
}
