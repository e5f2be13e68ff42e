package org.parley.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The handbook names every setting, its variable and its default.
class SettingsPageTest {

  @Test
  void everySettingStandsInTheHandbook() throws IOException {
    String page = Files.readString(Path.of("..", "handbook", "node.md"));

    for (SettingKey key : SettingKey.values()) {
      assertThat(page).contains("| `" + key.key() + "` | `" + key.variable() + "` |");
      if (!key.otherwise().isEmpty()) {
        assertThat(page).contains("`" + key.variable() + "` | `" + key.otherwise() + "` |");
      }
    }
  }
}
