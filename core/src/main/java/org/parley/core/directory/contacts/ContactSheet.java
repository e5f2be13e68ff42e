package org.parley.core.directory.contacts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.terms.Party;

/// All that is kept of one State's offices, and how it came to be.
///
/// @param contacts those that stand, by number
/// @param dropped those that were struck out, as they last were
/// @param confirmed when it was last said that all of it holds
/// @param events all of them, oldest first
public record ContactSheet(
    Party state,
    SortedMap<Integer, Contact> contacts,
    SortedMap<Integer, Contact> dropped,
    Optional<Nomination> nomination,
    Optional<Registration> registration,
    Optional<Instant> confirmed,
    List<SheetEvent> events) {

  /// After so long a confirmation is asked for again.
  public static final Duration YEAR = Duration.ofDays(365);

  public ContactSheet {
    contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    events = List.copyOf(events);
  }

  public static ContactSheet blank(Party state) {
    return new ContactSheet(
        state,
        new TreeMap<>(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public boolean isBlank() {
    return events.isEmpty();
  }

  public Optional<Contact> contact(int number) {
    return Optional.ofNullable(contacts.get(number));
  }

  public List<Contact> of(ContactKind kind) {
    return contacts.values().stream().filter(each -> each.kind() == kind).toList();
  }

  /// A number that no office had so far.
  public int nextNumber() {
    int last = contacts.isEmpty() ? 0 : contacts.lastKey();
    return Math.max(last, dropped.isEmpty() ? 0 : dropped.lastKey()) + 1;
  }

  public Optional<Instant> changed() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast().at());
  }

  /// When the next confirmation is asked for: a year after the last, or after the first entry.
  public Optional<Instant> confirmBy() {
    return confirmed
        .or(() -> events.isEmpty() ? Optional.empty() : Optional.of(events.getFirst().at()))
        .map(at -> at.plus(YEAR));
  }

  /// The sheet with one event more.
  public ContactSheet after(SheetEvent event) {
    SortedMap<Integer, Contact> standing = new TreeMap<>(contacts);
    SortedMap<Integer, Contact> gone = new TreeMap<>(dropped);
    switch (event.deed()) {
      case SheetDeed.Put(Contact contact, _) -> standing.put(contact.number(), contact);
      case SheetDeed.Drop(int number, _) ->
          Optional.ofNullable(standing.remove(number)).ifPresent(each -> gone.put(number, each));
      case SheetDeed.PutBack(int number) ->
          Optional.ofNullable(gone.remove(number)).ifPresent(each -> standing.put(number, each));
      case SheetDeed.Nominate _, SheetDeed.Register _, SheetDeed.Confirm _ -> {}
    }
    List<SheetEvent> all = new ArrayList<>(events);
    all.add(event);
    return new ContactSheet(
        state,
        standing,
        gone,
        event.deed() instanceof SheetDeed.Nominate(Nomination given)
            ? Optional.of(given)
            : nomination,
        event.deed() instanceof SheetDeed.Register(Registration given)
            ? Optional.of(given)
            : registration,
        event.deed() instanceof SheetDeed.Confirm ? Optional.of(event.at()) : confirmed,
        all);
  }
}
