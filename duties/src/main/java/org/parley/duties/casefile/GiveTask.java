package org.parley.duties.casefile;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Gives an office something to do about an incident, and notes what became of it.
public final class GiveTask {

  private final CaseDesk desk;

  public GiveTask(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> run(
      Realm realm, CaseId id, OfficeId office, String words, Optional<Instant> due, Actor actor) {
    return desk.act(realm, id, new Deed.GiveTask(office, words, due), actor);
  }

  public Checked<SeenCase> finish(Realm realm, CaseId id, int task, String words, Actor actor) {
    return desk.act(realm, id, new Deed.FinishTask(task, words), actor);
  }

  public Checked<SeenCase> drop(Realm realm, CaseId id, int task, String reason, Actor actor) {
    return desk.act(realm, id, new Deed.DropTask(task, reason), actor);
  }
}
