package org.parley.cli.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.care.SomeNode.Run;

/// Runs the commands of the page on the care of a node, one after the other, in a folder of their
/// own. Below each stand lines that it prints, in this order.
class CarePageTest {

  private static final Path PAGE = Path.of("../handbook/care.md");

  @TempDir Path folder;

  private record Example(String command, List<String> shown) {}

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    boolean console = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && line.startsWith("$ ")) {
        examples.add(new Example(line.substring(2), new ArrayList<>()));
      } else if (console) {
        examples.getLast().shown().add(line);
      }
    }
    return examples;
  }

  @Test
  void theCommandsOfThePageShowWhatThePageSays() throws IOException {
    Path node = SomeNode.in(folder.resolve("parley-data"));
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        node.resolve("node.properties"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("password.txt"), "correct horse battery\n");

    for (Example example : examples()) {
      Object[] words =
          Stream.of(example.command().replaceFirst("^\\./parley ", "").split(" "))
              .map(this::placed)
              .toArray();
      Run run = Run.of(words);

      assertThat(run.status()).as(example.command() + "\n" + run.err()).isIn(0, 1);
      int at = 0;
      String out = run.out().replace(folder + "/", "");
      for (String line : example.shown()) {
        assertThat(out.indexOf(line, at))
            .as("%s prints %s in\n%s", example.command(), line, out)
            .isNotNegative();
        at = out.indexOf(line, at);
      }
    }
    assertThat(examples()).hasSizeGreaterThan(3);
  }

  /// Names of files stand for files in the folder of this test.
  private String placed(String word) {
    return word.matches("[a-z-]+\\.(backup|txt)|parley-data|again|taken-along|elsewhere")
        ? folder.resolve(word).toString()
        : word;
  }
}
