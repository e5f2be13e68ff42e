package org.parley.duties.port.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// Messages that an office is still writing. They are no record: they are changed and thrown away,
/// and nothing of them stays.
public interface Drafts {

  /// The most drafts that a list has.
  int MOST = 500;

  /// Keeps a draft in the place of the one with its name.
  void keep(Draft draft);

  Optional<Draft> find(Realm realm, OfficeId office, UUID id);

  /// An office's drafts, newest change first.
  List<Draft> list(Realm realm, OfficeId office);

  void remove(Realm realm, UUID id);

  /// @param label how a list calls it
  /// @param content what was filled in, in a form that the pages know
  record Draft(
      UUID id, Realm realm, OfficeId office, Instant changed, String label, Octets content) {}
}
