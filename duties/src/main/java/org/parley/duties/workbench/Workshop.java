package org.parley.duties.workbench;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.duties.port.Books;

/// What the duties about drafts work with.
public record Workshop(Books books, Permissions permissions, InstantSource clock) {

  /// The moment by this node's clock, in whole milliseconds.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  boolean mayDraft(Actor actor, Relation relation) {
    return permissions.allow(actor, Action.DRAFT_SCALE, relation);
  }

  boolean mayAdopt(Actor actor, Relation relation) {
    return permissions.allow(actor, Action.ADOPT_SCALE, relation);
  }
}
