package org.parley.formats.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.FactId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.ScaleId;

class LibraryTest {

  private final Library library = new Library(new FolderSource(Path.of("..", "library")));

  @Test
  void everyEditionOfTheLibraryIsSound() {
    assertThat(library.editions()).isNotEmpty();
    assertThat(library.editions())
        .allSatisfy(name -> assertThat(library.edition(name)).isInstanceOf(Checked.Sound.class));
  }

  @Test
  void judgementsOfEveryScaleCanBeStatedInAnIncident() {
    assertThat(library.editions(new ScaleId("us", "cisa-nciss"))).hasSize(1);
    assertThat(
            library.knownFacts().find(FactId.parse("us/cisa-nciss:functionalImpact").orElseThrow()))
        .isPresent();
  }

  @Test
  void theShippedCorrespondenceIsReadInBothDirections() {
    assertThat(library.typeBridges())
        .extracting(bridge -> bridge.from().list() + " to " + bridge.to().list())
        .containsExactly("es-rd-43-2021 to rsit", "rsit to es-rd-43-2021");
  }
}
