package org.parley.node.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.view.Folded;
import org.parley.core.incident.Revision;
import org.parley.core.people.Action;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.port.Cases;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.incidents.page.Speech;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Lists of incidents as pages show them, for whoever looks.
@Component
public final class Listings {

  private final Room room;

  Listings(Room room) {
    this.room = room;
  }

  /// What awaits the reader, what is due soonest first; empty for those who read no lists.
  public Optional<ListPage> awaiting(Visit visit, int most) {
    boolean reads =
        visit
            .viewer()
            .filter(viewer ->
                !room.permissions().relations(viewer.actor(), Action.LIST_INCIDENTS).isEmpty())
            .isPresent();
    ListPage.Asked dueFirst =
        new ListPage.Asked("", Set.of(), Optional.empty(), Cases.Order.DUE, Optional.empty());
    return reads ? Optional.of(page(visit, dueFirst, most)) : Optional.empty();
  }

  /// All that a reader may see of what was asked for, from the first line on, however many pages.
  ///
  /// @param most lines
  public ListPage whole(Visit visit, ListPage.Asked asked, int most) {
    ListPage page = page(visit, asked.from(Optional.empty()), Cases.MOST);
    List<Cases.Line> lines = new ArrayList<>(page.lines());
    Optional<Cases.Place> next = page.listed().next();
    while (next.isPresent() && lines.size() < most) {
      ListPage more = page(visit, asked.from(next), Cases.MOST);
      lines.addAll(more.lines());
      next = more.listed().next();
    }
    return new ListPage(
        asked,
        new ListIncidents.Listed(lines, page.listed().counts(), next),
        page.speech(),
        page.now());
  }

  /// @param asked where no stage is chosen, all that is open
  public ListPage page(Visit visit, ListPage.Asked asked, int most) {
    Set<Stage> stages =
        asked.stages().isEmpty() ? EnumSet.complementOf(EnumSet.of(Stage.CLOSED)) : asked.stages();
    Cases.Filter filter =
        new Cases.Filter(stages, Folded.of(asked.text()), asked.atLeast(), Optional.empty());
    ListIncidents.Listed listed =
        new ListIncidents(room.work())
            .run(
                visit.site().realm(),
                Room.actor(visit),
                filter,
                new Cases.Page(asked.order(), asked.after(), Math.min(most, Cases.MOST)));
    Revision now =
        new Revision(
            1,
            Optional.of(visit.now()),
            Optional.empty(),
            Optional.of(visit.now()),
            List.of(),
            Optional.empty());
    return new ListPage(
        asked, listed, Speech.of(visit.shelf(), room.scale().edition(now)), visit.now());
  }
}
