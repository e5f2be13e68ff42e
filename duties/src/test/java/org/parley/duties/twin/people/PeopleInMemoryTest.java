package org.parley.duties.twin.people;

import org.parley.duties.port.People;
import org.parley.duties.port.PeopleContract;

class PeopleInMemoryTest extends PeopleContract {

  private final PeopleInMemory people = new PeopleInMemory();

  @Override
  protected People people() {
    return people;
  }
}
