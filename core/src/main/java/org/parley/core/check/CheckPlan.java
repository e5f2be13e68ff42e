package org.parley.core.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Party;

/// What a communication check is to be.
///
/// @param name what the asking office calls it; the offices asked do not see it
/// @param from the office that asks
/// @param ask which States, and which of their offices
/// @param begins when the questions go out, UTC
/// @param within the time proposed for the answer
/// @param announced whether the offices were told before; the question says so
public record CheckPlan(
    Rung rung,
    String name,
    OfficeId from,
    Ask ask,
    Instant begins,
    Duration within,
    boolean announced) {

  public static final int LONGEST_NAME = 120;
  public static final int MOST_STATES = 200;
  private static final Duration LONGEST = Duration.ofDays(30);

  /// @param states in the order in which they are listed
  public record Ask(List<Party> states, Set<OfficeKind> kinds) {
    public Ask {
      states = List.copyOf(states);
      kinds = Set.copyOf(kinds);
    }

    /// The offices asked in one State, technical before policy.
    public List<OfficeId> offices(Party state) {
      return kinds.stream().sorted().map(kind -> new OfficeId(state, kind)).toList();
    }
  }

  /// When the proposed time is over.
  public Instant ends() {
    return begins.plus(within);
  }

  /// The plan, or all that is wrong with it.
  public Checked<CheckPlan> sound(Instant now) {
    List<Issue> wrong = new ArrayList<>();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      wrong.add(issue("name", "it has no name, or one of more than 120 characters"));
    }
    if (ask.states().isEmpty() || ask.states().size() > MOST_STATES) {
      wrong.add(issue("states", "it asks no State, or more than 200"));
    }
    if (ask.states().stream().distinct().count() != ask.states().size()
        || ask.states().contains(from.party())) {
      wrong.add(issue("states", "it asks a State twice, or the State that asks"));
    }
    Optional<Set<OfficeKind>> needed = rung.offices();
    if (ask.kinds().isEmpty() || needed.isPresent() && !needed.get().equals(ask.kinds())) {
      wrong.add(issue("offices", rung.word() + " asks other offices"));
    }
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      wrong.add(
          issue("within", "the time for an answer is longer than nothing and at most 30 days"));
    }
    if (begins.isBefore(now.minus(Duration.ofMinutes(5)))) {
      wrong.add(issue("begins", "it would have begun already"));
    }
    return wrong.isEmpty()
        ? new Checked.Sound<>(this, List.of())
        : new Checked.Refused<>(List.copyOf(wrong));
  }

  private static Issue issue(String where, String message) {
    return new Issue(IssueCode.CHECK_UNSOUND, Place.of(where), message, Optional.empty());
  }
}
