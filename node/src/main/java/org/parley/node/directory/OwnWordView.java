package org.parley.node.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.desk.voice.Words;
import org.parley.duties.contacts.PublishSheet;

/// How what is written down of our own State differs from what the others have been told.
///
/// @param joined whether the node takes part in the exchange
/// @param recipients the nodes to which a sheet goes, by name; none before there is a network
/// @param changes what is written down here and not said yet, in words
public record OwnWordView(boolean joined, List<String> recipients, List<String> changes) {

  public OwnWordView {
    recipients = List.copyOf(recipients);
    changes = List.copyOf(changes);
  }

  static OwnWordView of(SheetView view, boolean joined, List<String> recipients) {
    StatedSheet saying = PublishSheet.saying(view.sheet(), view.visit().site().realm());
    Optional<StatedSheet> said = view.stated().map(StatedView::sheet);
    return new OwnWordView(joined, recipients, changes(view.visit().words(), said, saying));
  }

  private static List<String> changes(Words words, Optional<StatedSheet> said, StatedSheet saying) {
    List<String> changes = new ArrayList<>();
    Map<Integer, Contact> before = new HashMap<>();
    said.ifPresent(each -> each.contacts().forEach(office -> before.put(office.number(), office)));
    for (Contact office : saying.contacts()) {
      Contact was = before.remove(office.number());
      String name = office.naming().brief();
      if (was == null) {
        changes.add(words.say("page.stated.added", name));
      } else if (!was.equals(office)) {
        changes.add(words.say("page.stated.changed", name));
      }
    }
    before
        .values()
        .forEach(gone -> changes.add(words.say("page.stated.dropped", gone.naming().brief())));
    if (!said.flatMap(StatedSheet::nomination).equals(saying.nomination())) {
      changes.add(words.say("page.stated.nomination"));
    }
    return changes;
  }
}
