package org.parley.duties.twin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Outbox;

record OutboxInMemory(Shelves shelves, Session session) implements Outbox {

  @Override
  public void add(Parcel parcel, int tries) {
    session.writing();
    if (shelves.waitingNumbers.containsKey(parcel.parcel())) {
      return;
    }
    long number = shelves.waiting.isEmpty() ? 1 : shelves.waiting.lastKey() + 1;
    session.put(shelves.waitingNumbers, parcel.parcel(), number);
    session.put(
        shelves.waiting, number, new Waiting(parcel, tries, parcel.created(), Optional.empty()));
  }

  @Override
  public List<Waiting> due(Instant now, int atMost) {
    session.reading();
    return shelves.waiting.values().stream()
        .filter(waiting -> !waiting.next().isAfter(now))
        .sorted(Comparator.comparing(Waiting::next))
        .limit(atMost)
        .toList();
  }

  @Override
  public List<Waiting> waitingFor(NodeId to) {
    session.reading();
    return shelves.waiting.values().stream()
        .filter(waiting -> waiting.parcel().to().equals(to))
        .toList();
  }

  @Override
  public Optional<Waiting> find(Digest parcel) {
    session.reading();
    return Optional.ofNullable(shelves.waitingNumbers.get(parcel)).map(shelves.waiting::get);
  }

  @Override
  public void tried(Digest parcel, Instant next, String whatCame) {
    session.writing();
    Long number = shelves.waitingNumbers.get(parcel);
    Waiting waiting = number == null ? null : shelves.waiting.get(number);
    if (number != null && waiting != null) {
      session.put(
          shelves.waiting,
          number,
          new Waiting(waiting.parcel(), waiting.tries() + 1, next, Optional.of(whatCame)));
    }
  }

  @Override
  public void done(Digest parcel) {
    session.writing();
    Long number = shelves.waitingNumbers.get(parcel);
    if (number != null) {
      session.remove(shelves.waitingNumbers, parcel);
      session.remove(shelves.waiting, number);
    }
  }
}
