package org.parley.seal;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// Why something from outside is refused; thrown inside this room and turned into a value at its
/// door.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Issue issue;

  private Refusal(Issue issue) {
    super(issue.message());
    this.issue = issue;
  }

  public static Refusal because(IssueCode code, String place, String message) {
    return new Refusal(new Issue(code, Place.of(place), message, Optional.empty()));
  }

  public static void unless(boolean holds, IssueCode code, String place, String message)
      throws Refusal {
    if (!holds) {
      throw because(code, place, message);
    }
  }

  public <T> Checked<T> asValue() {
    return new Checked.Refused<>(List.of(issue));
  }
}
