package org.parley.node.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.directory.states.States;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Establishment;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.terms.Party;
import org.parley.desk.StateNames;
import org.parley.duties.contacts.KeepContacts;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Viewer;
import org.parley.node.web.Visit;

/// The sheets of States as the pages show them, for whoever looks.
final class Sheets {

  private final KeepContacts contacts;
  private final Receivers receivers;
  private final Permissions permissions;

  Sheets(KeepContacts contacts, Receivers receivers, Permissions permissions) {
    this.contacts = contacts;
    this.receivers = receivers;
    this.permissions = permissions;
  }

  KeepContacts contacts() {
    return contacts;
  }

  /// A State that reference data knows, or a fictitious one; another code is not there.
  static Party state(Visit visit, String code) {
    return Party.parse(code)
        .filter(Party::isState)
        .filter(each ->
            States.isFictitious(each) || visit.shelf().states().states().find(each).isPresent())
        .orElseThrow(AbsentException::new);
  }

  static Actor actor(Visit visit) {
    return visit.viewer().map(Viewer::actor).orElseThrow(AbsentException::new);
  }

  SheetView view(Visit visit, Party state) {
    return view(visit, contacts.sheet(visit.site().realm(), state));
  }

  private SheetView view(Visit visit, ContactSheet sheet) {
    return new SheetView(
        visit,
        sheet,
        isOwn(visit, sheet.state()),
        mayKeep(visit, sheet.state()),
        kind -> receivers.receives(sheet.state(), kind, visit.now()));
  }

  /// All States that belong into this node's directory, each group in the order of the language.
  List<SheetView> all(Visit visit) {
    SortedMap<Party, ContactSheet> kept = contacts.all(visit.site().realm());
    StateNames names = visit.shelf().states();
    List<Party> order = new ArrayList<>();
    if (visit.site().exercise()) {
      order.addAll(names.all(Set.of(StateEntry.Standing.FICTITIOUS)));
    }
    order.addAll(names.all(Set.of(StateEntry.Standing.PARTICIPATING)));
    order.addAll(names.all(Set.of(StateEntry.Standing.MEDITERRANEAN, StateEntry.Standing.ASIAN)));
    kept.keySet().stream().filter(each -> !order.contains(each)).forEach(order::add);
    return order.stream()
        .map(each -> view(visit, kept.getOrDefault(each, ContactSheet.blank(each))))
        .toList();
  }

  static boolean isOwn(Visit visit, Party state) {
    return visit.site().establishment().map(Establishment::state).filter(state::equals).isPresent();
  }

  boolean mayKeep(Visit visit, Party state) {
    Optional<Actor> actor = visit.viewer().map(Viewer::actor);
    boolean speaks =
        actor.flatMap(Actor::office).filter(office -> office.party().equals(state)).isPresent();
    return actor.isPresent()
        && permissions.allow(
            actor.get(), Action.KEEP_DIRECTORY, speaks ? Relation.OWN : Relation.OTHER)
        && (speaks || !isOwn(visit, state));
  }

  boolean mayTakeAway(Visit visit) {
    return visit
        .viewer()
        .filter(viewer ->
            permissions.allow(viewer.actor(), Action.TAKE_DIRECTORY_AWAY, Relation.NOTHING))
        .isPresent();
  }
}
