package org.parley.duties.casefile;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Closes an incident with a final report, and opens it again.
public final class CloseIncident {

  private final CaseDesk desk;

  public CloseIncident(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> run(Realm realm, CaseId id, FinalReport report, Actor actor) {
    return desk.act(realm, id, new Deed.Close(report), actor);
  }

  public Checked<SeenCase> reopen(Realm realm, CaseId id, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.Reopen(reason), actor);
  }
}
