package org.parley.duties.twin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Drafts;

record DraftsInMemory(Shelves shelves, Session session) implements Drafts {

  @Override
  public void keep(Draft draft) {
    session.put(shelves.drafts, draft.id(), draft);
  }

  @Override
  public Optional<Draft> find(Realm realm, OfficeId office, UUID id) {
    session.reading();
    return Optional.ofNullable(shelves.drafts.get(id))
        .filter(draft -> draft.realm().equals(realm) && draft.office().equals(office));
  }

  @Override
  public List<Draft> list(Realm realm, OfficeId office) {
    session.reading();
    return shelves.drafts.values().stream()
        .filter(draft -> draft.realm().equals(realm) && draft.office().equals(office))
        .sorted(
            Comparator.comparing(Draft::changed)
                .reversed()
                .thenComparing(draft -> draft.id().toString()))
        .limit(MOST)
        .toList();
  }

  @Override
  public void remove(Realm realm, UUID id) {
    session.writing();
    if (Optional.ofNullable(shelves.drafts.get(id))
        .filter(draft -> draft.realm().equals(realm))
        .isPresent()) {
      session.remove(shelves.drafts, id);
    }
  }
}
