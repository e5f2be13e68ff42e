package org.parley.formats.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.fact.CatalogueReader;
import org.parley.formats.parley.fact.TypeListReader;
import org.parley.formats.parley.reference.GroupsReader;
import org.parley.formats.parley.reference.SeriesReader;
import org.parley.formats.parley.scale.References;
import org.parley.formats.tree.Limits;

/// The reference data of this project, for tests.
public final class Shipped {

  private static final Path LIBRARY = Path.of("..", "library");
  private static final Catalogue CATALOGUE =
      CatalogueReader.read(parsed("facts/catalogue.yaml"), Shipped::types).orThrow();

  private Shipped() {}

  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  /// The reference data that scales name.
  public static References references() {
    return new References() {
      @Override
      public Optional<Set<String>> group(String name) {
        return Optional.ofNullable(
            GroupsReader.read(parsed("reference/groups.yaml").tree()).orThrow().get(name));
      }

      @Override
      public Optional<Quantity.Series> series(String name) {
        String file = "reference/" + name.replace('/', '-') + ".yaml";
        return Files.exists(path(file))
            ? Optional.of(SeriesReader.read(parsed(file).tree()).orThrow())
            : Optional.empty();
      }

      @Override
      public Optional<ScaleEdition.Rates> rates(String name) {
        return Optional.empty();
      }
    };
  }

  /// Every `scale.yaml`.
  public static List<Path> scales() {
    try (Stream<Path> files = Files.walk(path("scales"))) {
      return files.filter(file -> file.endsWith("scale.yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Path path(String name) {
    return LIBRARY.resolve(name);
  }

  public static Parsed parsed(String name) {
    return parsed(path(name));
  }

  public static Parsed parsed(Path file) {
    try {
      Issues issues = new Issues();
      Optional<Parsed> parsed =
          Parsed.of(Files.readAllBytes(file), file.toString(), Limits.DOCUMENT, issues);
      if (issues.hasErrors()) {
        throw new IllegalStateException(Golden.told(issues.list()));
      }
      return parsed.orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<TypeList> types(String name) {
    return Files.exists(path(name + ".yaml"))
        ? Optional.of(TypeListReader.read(parsed(name + ".yaml").tree()).orThrow())
        : Optional.empty();
  }
}
