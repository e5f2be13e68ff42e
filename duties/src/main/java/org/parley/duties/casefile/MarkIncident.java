package org.parley.duties.casefile;

import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Marks an incident or one fact of it.
public final class MarkIncident {

  private final CaseDesk desk;

  public MarkIncident(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> whole(Realm realm, CaseId id, Marking marking, Actor actor) {
    return desk.act(realm, id, new Deed.Mark(marking), actor);
  }

  /// Without a marking the fact is no longer marked apart.
  public Checked<SeenCase> fact(
      Realm realm, CaseId id, FactKey key, Optional<Marking> marking, Actor actor) {
    return desk.act(realm, id, new Deed.MarkFact(key, marking), actor);
  }
}
