package org.parley.duties.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases;

/// Reads an incident as one reader may see it, and with it the titles of those it is tied to.
public final class ReadIncident {

  private final CaseDesk desk;

  public ReadIncident(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// @param tied the lines of tied cases that this reader may see; the others are not told
  public record Read(SeenCase seen, SequencedMap<CaseId, Cases.Line> tied) {}

  public Checked<Read> run(Realm realm, CaseId id, Actor actor) {
    return read(realm, id, actor, Action.READ_INCIDENT);
  }

  /// The same for a file that is taken away.
  public Checked<Read> export(Realm realm, CaseId id, Actor actor) {
    return read(realm, id, actor, Action.EXPORT_INCIDENT);
  }

  private Checked<Read> read(Realm realm, CaseId id, Actor actor, Action action) {
    Cases.Readers readers = ListIncidents.readers(desk.work(), realm, actor);
    return desk.work()
        .books()
        .look(book ->
            desk.hold(book, realm, id, actor)
                .filter(held -> desk.isAllowed(actor, action, held.relation()))
                .<Checked<Read>>map(held -> {
                  SequencedMap<CaseId, Cases.Line> tied = new LinkedHashMap<>();
                  for (CaseId other : held.seen().what().story().ties().keySet()) {
                    book.cases().find(readers, other).ifPresent(line -> tied.put(other, line));
                  }
                  return new Checked.Sound<>(new Read(held.seen(), tied), List.of());
                })
                .orElseGet(() -> CaseDecision.unknown(id)));
  }
}
