package org.parley.core.directory.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

/// What a State says of its own offices to all others: one statement, which a node of that State
/// signs and every other node carries on.
///
/// @param number counted from 1; a higher one takes the place of all before it
/// @param at when it was said, by the State's own clock
/// @param attested when the State last said that all of it holds; empty where it never has
/// @param nomination by what the offices were named; the file itself stays with the State
/// @param contacts by number; none where the State has taken its sheet back
public record StatedSheet(
    Party state,
    Realm realm,
    long number,
    Instant at,
    Optional<Instant> attested,
    Optional<Nomination> nomination,
    List<Contact> contacts) {

  /// More than any State says in a thousand years.
  public static final long LAST = 999_999;

  public StatedSheet {
    contacts = List.copyOf(contacts);
  }

  /// Whether offices and nomination are the same, whatever the number and the day.
  public boolean saysSame(StatedSheet other) {
    return contacts.equals(other.contacts) && nomination.equals(other.nomination);
  }

  /// Whether the State has taken its sheet back.
  public boolean isTakenBack() {
    return contacts.isEmpty();
  }

  /// The offices as a sheet is shown; it has no history of its own.
  public ContactSheet shown() {
    SortedMap<Integer, Contact> byNumber = new TreeMap<>();
    contacts.forEach(each -> byNumber.put(each.number(), each));
    return new ContactSheet(
        state, byNumber, new TreeMap<>(), nomination, Optional.empty(), attested, List.of());
  }
}
