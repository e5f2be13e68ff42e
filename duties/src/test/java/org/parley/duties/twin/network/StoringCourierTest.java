package org.parley.duties.twin.network;

import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.XA;
import static org.parley.duties.port.Samples.XB;

import java.time.Instant;
import java.util.Random;
import org.parley.core.directory.NodeId;
import org.parley.duties.port.Courier;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.RecordingDoorway;

class StoringCourierTest extends CourierContract {

  private Instant now = NOON;
  private final InMemoryNetwork network = new InMemoryNetwork(new Random(1), () -> now);
  private final RecordingDoorway door = new RecordingDoorway();
  private final Courier courier = network.courier(XA, Courier.Grade.RELAY);

  StoringCourierTest() {
    network.join(XB, door);
  }

  @Override
  protected Courier courier() {
    return courier;
  }

  @Override
  protected NodeId there() {
    return XB;
  }

  @Override
  protected RecordingDoorway door() {
    return door;
  }

  @Override
  protected void letArrive() {
    now = now.plusSeconds(60);
    network.deliverDue();
  }

  @Override
  protected int atOnce() {
    return 1;
  }
}
