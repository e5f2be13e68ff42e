package org.parley.duties.twin;

import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Inbox;

record InboxInMemory(Shelves shelves, Session session) implements Inbox {

  @Override
  public void add(Received received) {
    session.writing();
    if (shelves.byParcel.containsKey(received.parcel())) {
      throw new IllegalStateException("a parcel is taken in once");
    }
    session.put(shelves.byParcel, received.parcel(), received);
    if (!shelves.bySlip.containsKey(received.slip())) {
      session.put(shelves.bySlip, received.slip(), received);
    }
  }

  @Override
  public Optional<Received> byParcel(Digest parcel) {
    session.reading();
    return Optional.ofNullable(shelves.byParcel.get(parcel));
  }

  @Override
  public Optional<Received> bySlip(Digest slip) {
    session.reading();
    return Optional.ofNullable(shelves.bySlip.get(slip));
  }
}
