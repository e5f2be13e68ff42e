package org.parley.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of the handbook's page about importing is a mapping that works. */
class ImportingPageTest {
  @Test
  void theMappingOfThePageIsSound() throws IOException {
    String page = Files.readString(Path.of("..", "handbook", "importing.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    String example = page.substring(start, page.indexOf("```", start));

    TableMapping mapping = Registers.mapping(example).orThrow();

    assertThat(mapping.columns()).hasSize(9);
    assertThat(mapping.always()).hasSize(1);
  }
}
