package org.parley.duties.twin.network;

import static org.parley.duties.port.Samples.XA;
import static org.parley.duties.port.Samples.XB;

import java.time.InstantSource;
import java.util.Random;
import org.parley.core.directory.NodeId;
import org.parley.duties.port.Courier;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.RecordingDoorway;

class DirectCourierTest extends CourierContract {

  private final InMemoryNetwork network =
      new InMemoryNetwork(new Random(1), InstantSource.system());
  private final RecordingDoorway door = new RecordingDoorway();
  private final Courier courier = network.courier(XA, Courier.Grade.DIRECT);

  DirectCourierTest() {
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
  protected void letArrive() {}

  @Override
  protected int atOnce() {
    return 1;
  }
}
