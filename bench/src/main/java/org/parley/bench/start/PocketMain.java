package org.parley.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.bench.product.Editions;
import org.parley.bench.sample.Family;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Digest;
import org.parley.formats.pocket.PocketShelf;

/// The engine over scales in pocket form: the same incidents as [HandMain], as sheets.
public final class PocketMain {

  /// What the constructed scales are made from; they are in no file.
  private static final Digest NO_FILE =
      new Digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  private PocketMain() {}

  /// The scales of all families on one shelf.
  public static byte[] shelf() {
    List<PocketShelf.Entry> entries = new ArrayList<>();
    for (Family family : Family.values()) {
      Editions made = Editions.of(family);
      PocketShelf.Origin origin =
          new PocketShelf.Origin(
              made.edition().heading().quoted(),
              made.edition().digest(),
              made.catalogue().digest());
      entries.add(new PocketShelf.Entry(origin, made.compiled().pocket()));
    }
    return PocketShelf.pack(entries);
  }

  /// @param shelf the file that holds the scales
  public static void main(String[] shelf) throws IOException {
    System.out.println(ranks(Files.readAllBytes(Path.of(shelf[0]))));
  }

  static String ranks(byte[] bytes) {
    PocketShelf shelf = PocketShelf.of(bytes);
    StringBuilder ranks = new StringBuilder();
    tell(shelf, "bench/weighted@1", weighted(), ranks);
    tell(shelf, "bench/matrix@1", matrix(), ranks);
    tell(shelf, "bench/gate@1", gate(), ranks);
    return ranks.toString();
  }

  private static void tell(PocketShelf shelf, String edition, Sheet sheet, StringBuilder ranks) {
    PocketScale scale = shelf.find(new PocketShelf.Origin(edition, NO_FILE, NO_FILE)).orElseThrow();
    Grade grade = scale.grade(sheet).orElseThrow();
    ranks.append(((Grade.Level) grade).rank()).append(' ');
  }

  private static Sheet weighted() {
    Map<FactKey, List<Stated>> facts = new HashMap<>();
    facts.put(key("activity"), option(4));
    facts.put(key("actor"), option(3));
    facts.put(key("location"), option(5));
    facts.put(key("information"), option(3));
    facts.put(key("sector"), option(6));
    facts.put(key("recovery"), option(1));
    facts.put(key("dependency"), option(3));
    facts.put(key("spread"), option(4));
    return new Sheet(facts, false);
  }

  private static Sheet matrix() {
    Map<FactKey, List<Stated>> facts = new HashMap<>();
    facts.put(key("impact"), option(3));
    facts.put(key("scope"), option(3));
    return new Sheet(facts, false);
  }

  private static Sheet gate() {
    Map<FactKey, List<Stated>> facts = new HashMap<>();
    facts.put(key("criticalFunctionAffected"), option(1));
    facts.put(key("malicious"), option(1));
    facts.put(key("clientsAffected"), number(120_000));
    facts.put(key("transactionsAffected"), number(50_000));
    facts.put(key("recordsAffected"), number(10_000));
    facts.put(key("organisationsAffected"), number(1));
    facts.put(key("downtime"), number(7_199));
    facts.put(key("completeOutage"), number(0));
    return new Sheet(facts, false);
  }

  private static FactKey key(String name) {
    return FactKey.of(FactId.known(name));
  }

  private static List<Stated> option(int place) {
    return List.of(new Stated.Exactly(new Value.Option(place)));
  }

  private static List<Stated> number(long units) {
    return List.of(new Stated.Exactly(new Value.Number(units)));
  }
}
