package org.parley.duties.casefile;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;

/// Notes what happens with an incident: in its timeline, its stages, its outlook, its response.
public final class NoteOnIncident {

  private final CaseDesk desk;

  public NoteOnIncident(Casework work) {
    this.desk = new CaseDesk(work);
  }

  public Checked<SeenCase> entry(
      Realm realm, CaseId id, Instant happened, String words, Actor actor) {
    return desk.act(realm, id, new Deed.Note(happened, words), actor);
  }

  public Checked<SeenCase> title(Realm realm, CaseId id, String title, Actor actor) {
    return desk.act(realm, id, new Deed.Retitle(title), actor);
  }

  public Checked<SeenCase> outlook(Realm realm, CaseId id, Outlook outlook, Actor actor) {
    return desk.act(realm, id, new Deed.SetOutlook(outlook), actor);
  }

  public Checked<SeenCase> origin(
      Realm realm, CaseId id, OriginFinding finding, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.FindOrigin(finding, words), actor);
  }

  public Checked<SeenCase> underWay(Realm realm, CaseId id, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.BeginWork(words), actor);
  }

  public Checked<SeenCase> contained(Realm realm, CaseId id, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.Contain(words), actor);
  }

  public Checked<SeenCase> recovered(Realm realm, CaseId id, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.Recover(words), actor);
  }

  /// A role of the response plan was called.
  public Checked<SeenCase> called(
      Realm realm, CaseId id, String role, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.NoteCall(role, words), actor);
  }

  /// A report that was due has been made.
  public Checked<SeenCase> reported(
      Realm realm, CaseId id, String report, Optional<String> words, Actor actor) {
    return desk.act(realm, id, new Deed.NoteReport(report, words), actor);
  }
}
