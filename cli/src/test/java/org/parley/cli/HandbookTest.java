package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the commands of the manual. A block of `console` holds commands after `$` and, below each,
/// lines of which every word must be printed in this order.
class HandbookTest {

  private static final Path MANUAL = Path.of("../handbook/command-line.md");

  record Example(String command, List<String> shown) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    boolean console = false;
    for (String line : Files.readAllLines(MANUAL)) {
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

  @ParameterizedTest
  @MethodSource("examples")
  void aCommandOfTheManualShowsWhatTheManualSays(Example example) {
    String[] words =
        example
            .command()
            .replaceFirst("^\\./parley ", "")
            .replace(" library/", " ../library/")
            .split(" ");

    Run run = Run.of(words);

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.OK);
    for (String line : example.shown()) {
      assertThat(Run.plain(run.out())).contains(Run.plain(line).strip());
    }
  }
}
