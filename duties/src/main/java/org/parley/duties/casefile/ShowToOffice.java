package org.parley.duties.casefile;

import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Shows an incident to another office of this node.
public final class ShowToOffice {

  private final CaseDesk desk;

  public ShowToOffice(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// @param agreed how the originator named the office, where the marking asks for that
  public Checked<SeenCase> run(
      Realm realm, CaseId id, OfficeId office, Optional<String> agreed, Actor actor) {
    return desk.act(realm, id, new Deed.Show(office, agreed), actor);
  }

  public Checked<SeenCase> stop(
      Realm realm, CaseId id, OfficeId office, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.StopShowing(office, reason), actor);
  }
}
