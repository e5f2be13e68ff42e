package org.parley.duties.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.incident.Revision;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// Goes through all incidents of the node, to try a scale on them. Of those that the reader may not
/// read nothing comes out but the facts to be counted on, without number, title or id.
public final class WalkIncidents {

  private static final String INCIDENT = "incident/";

  private final CaseDesk desk;

  public WalkIncidents(Casework work) {
    this.desk = new CaseDesk(work);
  }

  /// One incident.
  ///
  /// @param latest its last revision, as far as the reader may see it where the case is open to
  ///   them; all of it where it is only counted
  /// @param open the case itself; empty where it may only be counted
  public record Walked(Revision latest, Optional<SeenCase> open) {}

  /// @param most no more than so many, those opened last
  public List<Walked> run(Realm realm, Actor actor, int most) {
    return desk.work().books().look(book -> walked(book, realm, actor, most));
  }

  private List<Walked> walked(Book book, Realm realm, Actor actor, int most) {
    List<String> streams = book.histories().streams(realm, INCIDENT);
    Files files = new Files(desk.work(), book, realm);
    List<Walked> all = new ArrayList<>();
    for (String stream : streams.subList(Math.max(0, streams.size() - most), streams.size())) {
      CaseId.parse(stream.substring(INCIDENT.length()))
          .flatMap(files::open)
          .map(Files.Opened::state)
          .flatMap(state -> walked(state, actor))
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<Walked> walked(Casefile state, Actor actor) {
    Optional<SeenCase> seen =
        CaseDesk.seen(state, actor)
            .filter(each -> desk.isAllowed(actor, Action.READ_INCIDENT, each.relation()));
    return seen.isPresent()
        ? seen.get().what().facts().latest().map(latest -> new Walked(latest, seen))
        : state.facts().latest().map(latest -> new Walked(latest, Optional.empty()));
  }
}
