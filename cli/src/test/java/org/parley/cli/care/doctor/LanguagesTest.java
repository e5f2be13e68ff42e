package org.parley.cli.care.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.desk.settings.SettingsReader;

class LanguagesTest {

  @TempDir Path data;

  @Test
  void theDoctorTellsHowMuchALanguageSaysAndWhatIsWrongWithIt() throws IOException {
    Files.createDirectories(data.resolve("words"));
    Path file = data.resolve("words/pl.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("..", "handbook", "words", "pl.yaml")) + "  page.gone: \"x\"\n");

    List<Finding> found = Languages.look(SettingsReader.read(data, Map.of(), Map.of()).orThrow());

    assertThat(found).hasSize(2);
    assertThat(found.getFirst().says()).matches("pl says [0-9]{2} % .*");
    assertThat(found.getFirst().weight()).isEqualTo(Finding.Weight.NOTE);
    assertThat(found.getLast().says()).contains("pl.yaml:").contains("P503");
    assertThat(found.getLast().weight()).isEqualTo(Finding.Weight.SOON);
  }
}
