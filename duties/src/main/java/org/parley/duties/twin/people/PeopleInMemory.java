package org.parley.duties.twin.people;

import java.util.function.Function;
import org.parley.duties.port.People;
import org.parley.duties.port.Register;

/// People in memory. A change that throws leaves nothing behind.
public final class PeopleInMemory implements People {

  private RegisterInMemory whole = new RegisterInMemory();

  @Override
  public synchronized <T> T change(Function<Register, T> work) {
    RegisterInMemory copy = whole.copy(true);
    T result = work.apply(copy);
    whole = copy.copy(false);
    copy.close();
    return result;
  }

  @Override
  public synchronized <T> T look(Function<Register, T> work) {
    RegisterInMemory copy = whole.copy(false);
    try {
      return work.apply(copy);
    } finally {
      copy.close();
    }
  }
}
