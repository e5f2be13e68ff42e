package org.parley.formats.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.issue.Issue;

/// Inputs whose expected output stands beside them as text.
///
/// `UPDATE_GOLDEN=1` writes the outputs anew; the changes are then reviewed like code.
public final class Golden {

  private static final Path ROOT = Path.of("src/test/resources/golden");

  private Golden() {}

  /// All inputs of a folder, by name.
  public static Stream<Path> inputs(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      List<Path> inputs = files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList();
      assertThat(inputs).isNotEmpty();
      return inputs.stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static byte[] bytes(Path input) {
    try {
      return Files.readAllBytes(input);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Compares a text with the one that stands beside the input.
  public static void check(Path input, String actual) {
    Path expected =
        input.resolveSibling(input.getFileName().toString().replaceAll("\\.[a-z]+$", ".txt"));
    try {
      if (System.getenv("UPDATE_GOLDEN") != null) {
        Files.writeString(expected, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(expected));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// All problems in full, one after the other.
  public static String told(List<Issue> issues) {
    return issues.stream().map(issue -> issue + "\n").collect(Collectors.joining());
  }
}
