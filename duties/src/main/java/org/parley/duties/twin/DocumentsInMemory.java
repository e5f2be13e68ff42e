package org.parley.duties.twin;

import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Documents;

record DocumentsInMemory(Shelves shelves, Session session) implements Documents {

  @Override
  public Digest keep(Octets bytes) {
    session.writing();
    Digest digest = bytes.digest();
    if (!shelves.documents.containsKey(digest)) {
      session.put(shelves.documents, digest, bytes);
      session.remove(shelves.erased, digest);
    }
    return digest;
  }

  @Override
  public Optional<Octets> find(Digest digest) {
    session.reading();
    return Optional.ofNullable(shelves.documents.get(digest));
  }

  @Override
  public void erase(Digest digest) {
    session.writing();
    if (shelves.documents.containsKey(digest)) {
      session.remove(shelves.documents, digest);
      session.put(shelves.erased, digest, true);
    }
  }

  @Override
  public boolean wasErased(Digest digest) {
    session.reading();
    return shelves.erased.containsKey(digest);
  }
}
