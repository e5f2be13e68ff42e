package org.parley.duties.casefile;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Lets one of several statements about a fact count alone.
public final class AdoptStatement {

  private final CaseDesk desk;

  public AdoptStatement(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> run(Realm realm, CaseId id, int statement, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.Adopt(statement, reason), actor);
  }
}
