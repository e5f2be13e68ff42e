package org.parley.formats.parley.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.issue.Checked;
import org.parley.core.scale.Heading;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Shipped;

class ShippedScalesTest {

  static List<Path> scales() {
    return Shipped.scales();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void everyShippedScaleIsSound(Path file) {
    Checked<ScaleEdition> read =
        ScaleReader.read(Shipped.parsed(file), Shipped.catalogue(), Shipped.references());

    assertThat(read).as(Golden.told(read.issues())).isInstanceOf(Checked.Sound.class);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void everyShippedScaleLiesInTheFolderOfItsName(Path file) {
    Heading heading =
        ScaleReader.read(Shipped.parsed(file), Shipped.catalogue(), Shipped.references())
            .orThrow()
            .heading();

    assertThat(file.getParent())
        .endsWith(Path.of(heading.id().issuer(), heading.id().name(), heading.edition()));
  }
}
