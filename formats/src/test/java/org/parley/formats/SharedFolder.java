package org.parley.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Public real-world data that lies beside the project and is no part of it: in {@code
 * ../shared/data}, or where the system property {@code parley.shared.data} or the variable {@code
 * PARLEY_SHARED_DATA} says. Tests that want it are skipped, and say so, where it is not there.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** The file of this name, or the end of the test with a plain message. */
  public static Path file(String name) {
    Optional<Path> found =
        Stream.of(
                System.getProperty("parley.shared.data"),
                System.getenv("PARLEY_SHARED_DATA"),
                "../../shared/data",
                "../../../shared/data")
            .flatMap(Stream::ofNullable)
            .map(folder -> Path.of(folder).resolve(name))
            .filter(Files::isReadable)
            .findFirst();
    Assumptions.assumeTrue(
        found.isPresent(),
        () -> "skipped: the real data file " + name + " is not beside the project");
    return found.orElseThrow();
  }
}
