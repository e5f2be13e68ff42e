package org.parley.formats.parley.fact;

import java.util.Optional;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// What reading a text as a value of a fact gave: what it states, or why it cannot be taken.
public sealed interface Taken {

  /// @param stated exactly one value, or for an instant that is not given to the second the range
  ///   it leaves
  record As(Stated stated) implements Taken {}

  /// @param message what is wrong, one sentence
  record Refused(IssueCode code, String message, Optional<String> remedy) implements Taken {}

  static Taken exactly(Value value) {
    return new As(new Stated.Exactly(value));
  }

  static Taken refused(IssueCode code, String message) {
    return new Refused(code, message, Optional.empty());
  }

  static Taken refused(IssueCode code, String message, String remedy) {
    return new Refused(code, message, Optional.of(remedy));
  }

  /// What is stated; a refusal is told with its place.
  default Optional<Stated> orTell(Place place, Issues issues) {
    return switch (this) {
      case As(Stated stated) -> Optional.of(stated);
      case Refused(IssueCode code, String message, Optional<String> remedy) -> {
        issues.add(new Issue(code, place, message, remedy));
        yield Optional.empty();
      }
    };
  }
}
