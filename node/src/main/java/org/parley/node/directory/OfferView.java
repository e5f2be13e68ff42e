package org.parley.node.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.SheetDecision;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.desk.StateNames;
import org.parley.formats.contacts.ContactText;
import org.parley.formats.contacts.Offer;
import org.parley.node.forms.Filled;

/// An office that a file offers, as the page shows it before anything is written down.
///
/// @param contact with the number that it would have
/// @param before the office of the same name that is kept already
/// @param wrong why it cannot be taken as it is, in words
public record OfferView(
    Offer offer, Contact contact, Optional<Contact> before, List<String> wrong) {

  /// @param number for an office that is not kept yet
  static OfferView of(SheetView view, Offer offer, int number) {
    String name = folded(offer.contact().naming().name());
    Optional<Contact> before =
        view.sheet().contacts().values().stream()
            .filter(each -> folded(each.naming().name()).equals(name))
            .findFirst();
    Contact contact = offer.contact().numbered(before.map(Contact::number).orElse(number));
    List<Issue> issues =
        SheetDecision.decide(
                view.sheet(),
                new SheetDeed.Put(contact, Optional.empty()),
                Sheets.actor(view.visit()),
                view.visit().now())
            .issues();
    List<String> wrong =
        issues.stream()
            .filter(Issue::isError)
            .map(issue -> Filled.says(view.visit().words(), issue))
            .distinct()
            .toList();
    return new OfferView(offer, contact, before, wrong);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  public boolean canBeTaken() {
    return wrong.isEmpty();
  }

  public String text() {
    return ContactText.of(contact);
  }

  /// Whether the file says that it belongs to this State, or says nothing about it.
  static boolean isOf(Offer offer, Party state, StateNames names) {
    return offer.state().isEmpty()
        || offer.state().get().equalsIgnoreCase(state.code())
        || names.find(offer.state().get()).filter(state::equals).isPresent();
  }
}
