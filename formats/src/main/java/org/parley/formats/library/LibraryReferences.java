package org.parley.formats.library;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.reference.GroupsReader;
import org.parley.formats.parley.reference.RatesReader;
import org.parley.formats.parley.reference.SeriesReader;
import org.parley.formats.parley.scale.References;

/// The reference data that scales name, as the library holds them.
final class LibraryReferences implements References {

  private final Library library;
  private Map<String, Set<String>> groups = Map.of();

  LibraryReferences(Library library) {
    this.library = library;
  }

  @Override
  public Optional<Set<String>> group(String name) {
    if (groups.isEmpty()) {
      groups =
          library
              .find("reference/groups.yaml")
              .map(file -> GroupsReader.read(file.tree()).orThrow())
              .orElse(Map.of());
    }
    return Optional.ofNullable(groups.get(name));
  }

  @Override
  public Optional<Quantity.Series> series(String name) {
    return library
        .find("reference/" + name.replace('/', '-') + ".yaml")
        .map(file -> SeriesReader.read(file.tree()).orThrow());
  }

  @Override
  public Optional<ScaleEdition.Rates> rates(String name) {
    return library
        .find("reference/rates/" + name.replace('/', '-') + ".yaml")
        .map(file -> RatesReader.read(file.tree()).orThrow());
  }
}
