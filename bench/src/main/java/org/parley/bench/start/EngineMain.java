package org.parley.bench.start;

import java.util.Map;
import org.parley.bench.product.Editions;
import org.parley.bench.product.Sheets;
import org.parley.bench.sample.Family;

/// The engine: the same incidents as [HandMain], as sheets. Until scales can be stored ready for
/// use, it makes them ready itself.
public final class EngineMain {

  private EngineMain() {}

  public static void main(String[] none) {
    StringBuilder ranks = new StringBuilder();
    for (Family family : Family.values()) {
      Editions made = Editions.of(family);
      Map<String, Object> incident = HandMain.incident(family);
      ranks.append(
          made.compiled().possible(new Sheets(made.catalogue()).sheet(incident)).getFirst().word());
      ranks.append(' ');
    }
    System.out.println(ranks);
  }
}
