package org.parley.duties.casefile;

import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// States facts of an incident, takes statements back, or lets one of several count alone; each
/// time a revision.
public final class StateFacts {

  private final CaseDesk desk;

  public StateFacts(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> run(Realm realm, CaseId id, Stating stating, Actor actor) {
    return desk.act(realm, id, new Deed.State(stating), actor);
  }

  /// Lets one of several statements about a fact count alone.
  public Checked<SeenCase> adopt(
      Realm realm, CaseId id, int statement, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.Adopt(statement, reason), actor);
  }

  public Checked<SeenCase> withdraw(
      Realm realm, CaseId id, int statement, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.Withdraw(statement, reason), actor);
  }
}
