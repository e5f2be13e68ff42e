package org.parley.bench.start;

import java.util.Map;
import org.parley.bench.product.Editions;
import org.parley.bench.product.Sheets;
import org.parley.bench.sample.Family;
import org.parley.core.scale.Grade;

/// The whole engine, which makes its scales ready when it starts: the same incidents as [HandMain],
/// as sheets.
public final class WholeEngineMain {

  private WholeEngineMain() {}

  public static void main(String[] none) {
    StringBuilder ranks = new StringBuilder();
    for (Family family : Family.values()) {
      Editions made = Editions.of(family);
      Map<String, Object> incident = HandMain.incident(family);
      Grade grade =
          made.compiled().possible(new Sheets(made.catalogue()).sheet(incident)).getFirst();
      ranks.append(((Grade.Level) grade).rank()).append(' ');
    }
    System.out.println(ranks);
  }
}
