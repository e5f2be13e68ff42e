package org.parley.duties.casefile;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Says which incidents belong together, one by one or in a campaign.
public final class RelateIncidents {

  private final CaseDesk desk;

  public RelateIncidents(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// Both must be there for the actor; the tie is seen from both ends.
  public Checked<SeenCase> tie(Realm realm, CaseId id, CaseId other, Tie tie, Actor actor) {
    return desk.act(realm, id, new Deed.Relate(other, tie), actor);
  }

  public Checked<SeenCase> untie(Realm realm, CaseId id, CaseId other, Actor actor) {
    return desk.act(realm, id, new Deed.Unrelate(other), actor);
  }

  public Checked<SeenCase> join(Realm realm, CaseId id, String campaign, Actor actor) {
    return desk.act(realm, id, new Deed.JoinCampaign(campaign), actor);
  }

  public Checked<SeenCase> leave(Realm realm, CaseId id, String campaign, Actor actor) {
    return desk.act(realm, id, new Deed.LeaveCampaign(campaign), actor);
  }
}
