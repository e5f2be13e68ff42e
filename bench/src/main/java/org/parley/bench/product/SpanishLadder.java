package org.parley.bench.product;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/// Spain's scale as it ships: two ladders with shares, spans, sets and reference figures. Its
/// incidents are drawn.
public final class SpanishLadder {

  private static final String NAME = "es/rd-43-2021";
  private static final int HALVINGS = 63;
  private static final List<String> CODES = List.of("ES", "FR", "PT", "DE", "IT");

  private final Catalogue catalogue;
  private final CompiledScale scale;
  private final List<FactKey> asked;

  public SpanishLadder() {
    Library library = new Library(new FolderSource(libraryFolder()));
    EditionName name =
        library.editions().stream()
            .filter(each -> each.scale().toString().equals(NAME))
            .findFirst()
            .orElseThrow();
    ScaleEdition edition = library.edition(name).orThrow();
    this.catalogue = library.catalogue().with(edition.vocabulary().judgements().values());
    this.scale = CompiledScale.compile(edition, library.catalogue(), Editions.DAY).orThrow();
    this.asked = FactsAsked.by(edition).stream().filter(key -> isRuledOn(catalogue, key)).toList();
  }

  private static boolean isRuledOn(Catalogue catalogue, FactKey key) {
    FactType type = catalogue.find(key.fact()).orElseThrow().type();
    return !(type instanceof FactType.Group) && !(type instanceof FactType.Text);
  }

  /// The library that the program was built beside: the classes lie in `bench/target/…`.
  private static Path libraryFolder() {
    try {
      Path classes =
          Path.of(SpanishLadder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String up = Files.isDirectory(classes) ? "../../../library" : "../../../../library";
      return classes.resolve(up).normalize();
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public CompiledScale scale() {
    return scale;
  }

  /// How many facts the scale asks for.
  public int facts() {
    return asked.size();
  }

  /// Drawn sheets in which so many facts, chosen at random, are not stated.
  public Sheet[] sheets(int unknown, long seed, int count) {
    Random random = new Random(seed);
    Sheet[] sheets = new Sheet[count];
    for (int i = 0; i < count; i++) {
      List<FactKey> keys = new ArrayList<>(asked);
      Collections.shuffle(keys, random);
      Map<FactKey, List<Stated>> statements = new HashMap<>();
      int mildness = random.nextInt(HALVINGS);
      for (FactKey key : keys.subList(Math.min(unknown, keys.size()), keys.size())) {
        FactType type = catalogue.find(key.fact()).orElseThrow().type();
        value(type, mildness, random)
            .ifPresent(value -> statements.put(key, List.of(new Stated.Exactly(value))));
      }
      sheets[i] = new Sheet(statements, false);
    }
    return sheets;
  }

  /// Numbers of every size, and mild values together, so that the ladders end on every row.
  private static Optional<Value> value(FactType type, int mildness, Random random) {
    int options = type.optionNames().size();
    long most = type.capUnits();
    int halved = Math.max(mildness, random.nextInt(HALVINGS));
    long number = most == 0 ? 0 : random.nextLong(most) >> halved;
    boolean mild = random.nextInt(HALVINGS) < mildness;
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          Optional.of(new Value.Option(mild ? 0 : random.nextInt(options)));
      case FactType.Options _ ->
          Optional.of(new Value.Options(mild ? 0 : 1L << random.nextInt(options)));
      case FactType.Count _, FactType.Quantity _, FactType.Duration _ ->
          Optional.of(new Value.Number(number));
      case FactType.Instant _ ->
          Optional.of(new Value.Number(1_750_000_000L + random.nextInt(1_000_000)));
      case FactType.Money _ -> Optional.of(new Value.Money(number, "EUR"));
      case FactType.Share _ -> Optional.of(new Value.Share(mild ? 0 : random.nextInt(101), 100));
      case FactType.Codes _ ->
          Optional.of(
              new Value.Codes(
                  new TreeSet<>(CODES.subList(0, mild ? 1 : random.nextInt(CODES.size())))));
      case FactType.Group _, FactType.Text _ -> Optional.empty();
    };
  }
}
