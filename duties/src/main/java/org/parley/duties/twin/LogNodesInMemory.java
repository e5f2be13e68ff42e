package org.parley.duties.twin;

import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.LogNodes;
import org.parley.duties.twin.Shelves.Place;

record LogNodesInMemory(Shelves shelves, Session session) implements LogNodes {

  @Override
  public long size() {
    session.reading();
    return shelves.entries.size();
  }

  @Override
  public Octets entry(long index) {
    session.reading();
    return shelves.entries.get(Math.toIntExact(index));
  }

  @Override
  public void append(Octets entry) {
    session.add(shelves.entries, entry);
  }

  @Override
  public Optional<Digest> node(int level, long index) {
    session.reading();
    return Optional.ofNullable(shelves.nodes.get(new Place(level, index)));
  }

  @Override
  public void keepNode(int level, long index, Digest hash) {
    session.writing();
    Place place = new Place(level, index);
    Digest before = shelves.nodes.get(place);
    if (before != null && !before.equals(hash)) {
      throw new IllegalStateException("the hash of a whole subtree never changes");
    }
    if (before == null) {
      session.put(shelves.nodes, place, hash);
    }
  }
}
