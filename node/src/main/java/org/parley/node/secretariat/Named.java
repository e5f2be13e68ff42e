package org.parley.node.secretariat;

import java.util.Optional;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.Registration;
import org.parley.core.terms.Party;

/// By what a State has named its offices, and what the secretariat has written down of it.
///
/// @param name of the State, in the reader's language
/// @param stated whether the State itself says so, in its sheet; else this node noted it
/// @param registration what was noted here last
/// @param hasFile whether the document itself is kept here
public record Named(
    Party state,
    String name,
    Nomination nomination,
    boolean stated,
    Optional<Registration> registration,
    boolean hasFile) {

  /// Whether it is to be registered: nothing was since the day of the document.
  public boolean isDue() {
    return registration.filter(each -> !each.day().isBefore(nomination.day())).isEmpty();
  }
}
