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
import org.parley.core.terms.Realm;
import org.parley.desk.StateNames;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.PublishSheet;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.port.Books;
import org.parley.exchange.Membership;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Viewer;
import org.parley.node.web.Visit;

/// The sheets of States as the pages show them, for whoever looks.
public final class Sheets {

  private final KeepContacts contacts;
  private final Receivers receivers;
  private final Permissions permissions;
  private final Books books;
  private final Exchanging exchanging;
  private final SheetBook said = new SheetBook();

  Sheets(
      KeepContacts contacts,
      Receivers receivers,
      Permissions permissions,
      Books books,
      Exchanging exchanging) {
    this.contacts = contacts;
    this.receivers = receivers;
    this.permissions = permissions;
    this.books = books;
    this.exchanging = exchanging;
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

  /// What is kept of one State, with all that it has said itself.
  SheetView view(Visit visit, Party state) {
    Realm realm = visit.site().realm();
    ContactSheet sheet = contacts.sheet(realm, state);
    return books.look(book ->
        said.newest(book, realm, state)
            .map(newest ->
                view(
                    visit,
                    sheet,
                    Optional.of(
                        new StatedView(
                            offices(visit, newest),
                            newest,
                            said.all(book, realm, state).reversed().stream().skip(1).toList(),
                            said.aside(book, realm, state)))))
            .orElseGet(() -> view(visit, sheet, Optional.empty())));
  }

  /// What there is to call on a State: its own word where it has said anything, else what is held.
  public SheetView shown(Visit visit, Party state) {
    return view(visit, state).shown();
  }

  private SheetView view(Visit visit, ContactSheet sheet, Optional<StatedView> stated) {
    return new SheetView(
        visit,
        sheet,
        isOwn(visit, sheet.state()) ? SheetView.Word.OWN : SheetView.Word.HELD,
        mayKeep(visit, sheet.state()),
        kind -> receivers.receives(sheet.state(), kind, visit.now()),
        stated);
  }

  /// What a State has said, as a sheet of its own.
  private SheetView offices(Visit visit, SheetBook.Kept newest) {
    Party state = newest.sheet().state();
    return new SheetView(
        visit,
        newest.sheet().shown(),
        SheetView.Word.STATED,
        false,
        kind -> receivers.receives(state, kind, visit.now()),
        Optional.empty());
  }

  private Optional<StatedView> brief(Visit visit, Optional<SheetBook.Kept> newest) {
    return newest.map(each -> new StatedView(offices(visit, each), each, List.of(), List.of()));
  }

  /// Our own State's word to the others, where this node takes part in the exchange.
  Optional<PublishSheet> publishing(Visit visit, Party state) {
    return exchanging
        .home()
        .filter(_ -> isOwn(visit, state))
        .filter(home -> home.settings().node().party().equals(state))
        .map(home -> new Membership(home).publishing(contacts));
  }

  /// How our own sheet differs from what the others have been told.
  Optional<OwnWordView> ownWord(SheetView view) {
    if (!view.own()) {
      return Optional.empty();
    }
    Visit visit = view.visit();
    Optional<PublishSheet> publishing = publishing(visit, view.state());
    List<String> recipients =
        publishing.map(each -> each.recipients(visit.site().realm())).orElse(List.of()).stream()
            .map(node -> visit.shelf().states().coded(node.party()) + " · " + node)
            .toList();
    return Optional.of(OwnWordView.of(view, publishing.isPresent(), recipients));
  }

  /// All States that belong into this node's directory, each group in the order of the language.
  List<SheetView> all(Visit visit) {
    SortedMap<Party, ContactSheet> kept = contacts.all(visit.site().realm());
    SortedMap<Party, SheetBook.Kept> stated =
        books.look(book -> said.newest(book, visit.site().realm()));
    StateNames names = visit.shelf().states();
    List<Party> order = new ArrayList<>();
    if (visit.site().exercise()) {
      order.addAll(names.all(Set.of(StateEntry.Standing.FICTITIOUS)));
    }
    order.addAll(names.all(Set.of(StateEntry.Standing.PARTICIPATING)));
    order.addAll(names.all(Set.of(StateEntry.Standing.MEDITERRANEAN, StateEntry.Standing.ASIAN)));
    kept.keySet().stream().filter(each -> !order.contains(each)).forEach(order::add);
    stated.keySet().stream().filter(each -> !order.contains(each)).forEach(order::add);
    return order.stream()
        .map(each ->
            view(
                visit,
                kept.getOrDefault(each, ContactSheet.blank(each)),
                brief(visit, Optional.ofNullable(stated.get(each)))))
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
