package org.parley.node.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.states.StateEntry;

/// The list of States as somebody asked for it.
///
/// @param asked what is looked for: a State by any of its names, an office, a channel
/// @param show which States
/// @param asTable as a table, else as tiles
/// @param all the States of this node's directory
public record DirectoryPage(String asked, Show show, boolean asTable, List<SheetView> all) {

  public DirectoryPage {
    all = List.copyOf(all);
  }

  /// Which States are shown.
  public enum Show {
    ALL,
    /// Of which something is kept.
    KEPT,
    /// With something to mend.
    TO_MEND,
    /// Where a point of contact is on duty now.
    ON_DUTY;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Show of(String word) {
      for (Show show : values()) {
        if (show.word().equals(word)) {
          return show;
        }
      }
      return ALL;
    }
  }

  public List<SheetView> found() {
    String folded = asked.strip().toLowerCase(Locale.ROOT);
    return all.stream().filter(this::isShown).filter(each -> matches(each, folded)).toList();
  }

  public List<SheetView> found(Set<StateEntry.Standing> standings) {
    return found().stream()
        .filter(each ->
            standings.contains(
                each.entry().map(StateEntry::standing).orElse(StateEntry.Standing.FICTITIOUS)))
        .toList();
  }

  public int count(Show which) {
    return (int)
        all.stream().filter(each -> new DirectoryPage("", which, false, all).isShown(each)).count();
  }

  private boolean isShown(SheetView view) {
    return switch (show) {
      case ALL -> true;
      case KEPT -> !view.shown().sheet().contacts().isEmpty();
      case TO_MEND -> view.shown().isGrave() || view.isToBeConfirmed();
      case ON_DUTY ->
          view.shown().sheet().contacts().values().stream()
              .anyMatch(each -> each.kind().isPointOfContact() && view.isOnDuty(each));
    };
  }

  private static boolean matches(SheetView view, String folded) {
    if (folded.isEmpty()) {
      return true;
    }
    StringBuilder text = new StringBuilder();
    text.append(view.state()).append('\n').append(view.bareName()).append('\n');
    text.append(view.fullName()).append('\n');
    view.entry()
        .ifPresent(
            entry -> entry.aliases().forEach(alias -> text.append(alias.name()).append('\n')));
    for (SheetView each : List.of(view, view.shown())) {
      for (Contact contact : each.sheet().contacts().values()) {
        text.append(contact.naming()).append('\n').append(contact.reach().channels()).append('\n');
      }
    }
    return text.toString().toLowerCase(Locale.ROOT).contains(folded);
  }

  /// The points of contact of one kind, to be shown in a tile.
  public static List<Contact> points(SheetView view, ContactKind kind) {
    return view.sheet().of(kind);
  }
}
