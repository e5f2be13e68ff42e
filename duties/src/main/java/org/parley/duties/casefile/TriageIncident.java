package org.parley.duties.casefile;

import java.util.List;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Says what a report is: a new incident with its type, a duplicate, or no incident.
public final class TriageIncident {

  private final CaseDesk desk;

  public TriageIncident(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// Type and judgements are stated together with the outcome, in one change: all of it or nothing.
  public Checked<SeenCase> run(
      Realm realm, CaseId id, Stating stating, Triage outcome, Actor actor) {
    Deed judged = new Deed.Judge(outcome);
    return stating.isEmpty()
        ? desk.act(realm, id, judged, actor)
        : desk.act(realm, id, List.of(new Deed.State(stating), judged), actor);
  }
}
