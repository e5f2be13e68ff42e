package org.parley.node.api;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Realm;

/// Where a report says it belongs. A form of an exercise is no report in reality, nor the other way
/// round; a report that nobody wrote in a form need not say it.
///
/// @param word of the realm; empty where the report names none
public record SaidRealm(Optional<String> word) {

  /// The longest word of a realm that is read.
  public static final int LONGEST = 80;

  /// The report itself where it may be made here.
  public <T> Checked<T> in(Realm here, T report) {
    return word.filter(said -> !said.equals(here.word())).isEmpty()
        ? new Checked.Sound<>(report, List.of())
        : new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.REALM_MIXED,
                    Place.of("realm"),
                    "it is a report of realm "
                        + word.get()
                        + ", and this node is in "
                        + here.word(),
                    Optional.empty())));
  }
}
