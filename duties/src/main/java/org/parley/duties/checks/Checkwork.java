package org.parley.duties.checks;

import java.util.List;
import java.util.Optional;
import org.parley.core.check.CheckId;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.duties.Station;

/// What the duties about communication checks work with.
///
/// @param secondPerson whether the State wants another person to clear what is sent
public record Checkwork(Station station, Permissions permissions, boolean secondPerson) {

  /// Whether this actor may keep the checks of this office. What may not be seen is not there.
  boolean isAllowed(Actor actor, OfficeId office) {
    Relation relation =
        actor.office().equals(Optional.of(office)) ? Relation.OFFICE : Relation.OTHER;
    return permissions.allow(actor, Action.KEEP_CHECKS, relation);
  }

  static <T> Checked<T> unknown(CheckId id) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.CHECK_UNKNOWN,
                Place.of("check " + id),
                "there is no such check",
                Optional.empty())));
  }
}
