package org.parley.simulator.world;

/// What must hold after every run.
public enum Invariant {
  I0("no duty breaks down, whatever it is given"),
  I1("nothing acknowledged is lost"),
  I2("each thing takes effect at most once"),
  I3("every receipt shown holds against content, recipient and key"),
  I4("no node outside the list holds the content"),
  I5("markings never weaken, and nobody holds more than it may"),
  I6("records only grow, and what contradicts is shown"),
  I7("after healing all is delivered within the bound"),
  I8("the same facts under the same scale give the same bytes"),
  I9("a restored node resurrects no key and resends nothing"),
  I10("exercise and real never mix"),
  I11("a faulty node slows only itself"),
  I12("no clock reorders another's record");

  private final String promise;

  Invariant(String promise) {
    this.promise = promise;
  }

  public String promise() {
    return promise;
  }
}
