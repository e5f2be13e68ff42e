package org.parley.cli.care.copy;

import java.util.Optional;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// Why a copy is not taken, or not put in; told at the door of this room.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Issue issue;

  public Refusal(IssueCode code, String place, String message, String remedy) {
    super(message);
    this.issue = new Issue(code, Place.of(place), message, Optional.of(remedy));
  }

  public Issue issue() {
    return issue;
  }
}
