package org.parley.bench.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.bench.sample.Incidents;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Generated incidents as sheets. Every value is an object of its own, as a reader of files makes
/// them; the keys are shared, as they come from the catalogue.
public final class Sheets {

  private final Catalogue catalogue;
  private final Map<String, FactKey> keys = new HashMap<>();

  public Sheets(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.facts().forEach(fact -> keys.put(fact.id().text(), FactKey.of(fact.id())));
  }

  public Sheet[] all(Incidents incidents) {
    return Stream.of(incidents.maps()).map(this::sheet).toArray(Sheet[]::new);
  }

  /// @param incident names of facts to yes or no, options by name, or whole numbers
  public Sheet sheet(Map<String, Object> incident) {
    Map<FactKey, List<Stated>> statements = new HashMap<>();
    incident.forEach((name, value) -> {
      FactKey key = keys.getOrDefault(name, FactKey.of(name));
      Fact fact = catalogue.find(key.fact()).orElseThrow();
      statements.put(key, List.of(new Stated.Exactly(value(fact, value))));
    });
    return new Sheet(statements, false);
  }

  private static Value value(Fact fact, Object value) {
    return switch (value) {
      case Boolean yes -> new Value.Option(yes ? 1 : 0);
      case Long number -> new Value.Number(number);
      case String option -> new Value.Option(fact.type().optionNames().indexOf(option));
      default -> throw new IllegalArgumentException("no value: " + value);
    };
  }
}
