package org.parley.formats.parley.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.tree.Limits;

class BrokenScalesTest {

  static Stream<Path> inputs() {
    return Golden.inputs("scale");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void allThatIsWrongIsToldAtOnceWithItsPlaceAndHowToMendIt(Path input) {
    Issues issues = new Issues();
    Parsed file =
        Parsed.of(Golden.bytes(input), input.getFileName().toString(), Limits.DOCUMENT, issues)
            .orElseThrow(() -> new IllegalStateException(Golden.told(issues.list())));

    Checked<ScaleEdition> read = ScaleReader.read(file, Shipped.catalogue(), Shipped.references());

    assertThat(read.issues()).isNotEmpty();
    Golden.check(input, Golden.told(read.issues()));
  }
}
