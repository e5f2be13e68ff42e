package org.parley.simulator.node;

import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Inbox;

/// An inbox that never knows what came before: a control, to see whether anybody notices.
record Forgetful(Inbox inbox) implements Inbox {

  @Override
  public void add(Received received) {
    if (inbox.byParcel(received.parcel()).isEmpty()) {
      inbox.add(received);
    }
  }

  @Override
  public Optional<Received> byParcel(Digest parcel) {
    return Optional.empty();
  }

  @Override
  public Optional<Received> bySlip(Digest slip) {
    return Optional.empty();
  }
}
