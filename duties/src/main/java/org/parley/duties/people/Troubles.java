package org.parley.duties.people;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;

/// The problems that these duties tell; the place is the field of the form.
final class Troubles {

  private Troubles() {}

  static Issue at(String field, IssueCode code, String message) {
    return new Issue(code, Place.of(field), message, Optional.empty());
  }

  static <T> Checked<T> one(String field, IssueCode code, String message) {
    return new Checked.Refused<>(List.of(at(field, code, message)));
  }

  static <T> Checked<T> spent() {
    return one("link", IssueCode.LINK_SPENT, "the link was used or has run out");
  }
}
