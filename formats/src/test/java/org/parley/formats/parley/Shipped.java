package org.parley.formats.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.fact.CatalogueReader;
import org.parley.formats.parley.fact.TypeListReader;
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
