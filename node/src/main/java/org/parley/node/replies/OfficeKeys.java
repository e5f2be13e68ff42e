package org.parley.node.replies;

import java.util.List;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.node.directory.Sheets;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// The keys for mail that the directory names for offices.
@Component
final class OfficeKeys {

  private final Sheets sheets;

  OfficeKeys(Sheets sheets) {
    this.sheets = sheets;
  }

  /// Those of the points of contact of an office's kind: by the State's own word where it has said
  /// anything, else as this node wrote them down.
  List<KeyNote> named(Visit visit, OfficeId office) {
    return sheets.shown(visit, office.party()).contacts().stream()
        .filter(contact -> contact.kind().word().equals(office.kind().word()))
        .flatMap(contact -> contact.reach().keys().stream())
        .distinct()
        .toList();
  }
}
