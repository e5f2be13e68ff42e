package org.parley.duties.casefile;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Hands an incident over to the next shift, and takes it over.
public final class HandOver {

  private final CaseDesk desk;

  public HandOver(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> run(Realm realm, CaseId id, String words, Actor actor) {
    return desk.act(realm, id, new Deed.HandOver(words), actor);
  }

  public Checked<SeenCase> take(Realm realm, CaseId id, int note, Actor actor) {
    return desk.act(realm, id, new Deed.TakeOver(note), actor);
  }
}
