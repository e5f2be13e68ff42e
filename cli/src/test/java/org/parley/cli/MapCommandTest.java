package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {

  @TempDir private Path folder;
  private Path register = Path.of("");

  @BeforeEach
  void aRegisterOfTwoIncidents() throws IOException {
    register = folder.resolve("register.csv");
    Files.writeString(
        register,
        """
        Reference;Downtime (hours);Users hit;Remarks
        A-1;30;40 000;booking stood still
        A-2;;unknown;nothing more known
        """);
  }

  @Test
  void aRegisterIsMappedAndThenClassified() {
    Path mapping = folder.resolve("m.yaml");

    Run mapped = Run.english("map", "--yes", "--to", mapping.toString(), register.toString());

    assertThat(mapped.status()).as(mapped.err()).isEqualTo(ExitStatus.OK);
    assertThat(mapping).content().contains("downtime").contains("usersAffected");
    Run classified =
        Run.of(
            "classify",
            "--json",
            "--scale",
            "es/rd-43-2021",
            "--from",
            "table",
            "--mapping",
            mapping.toString(),
            register.toString());
    assertThat(classified.status()).as(classified.err()).isEqualTo(ExitStatus.OK);
    assertThat(classified.out().lines()).hasSize(2);
  }

  @Test
  void aMappingThatIsThereIsNotWrittenOver() throws IOException {
    Path mapping = Files.writeString(folder.resolve("m.yaml"), "mine");

    Run run = Run.of("map", "--yes", "--to", mapping.toString(), register.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(mapping).hasContent("mine");
  }

  @Test
  void aTableWithoutAMappingSaysHowToMakeOne() {
    Run run = Run.of("classify", register.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).contains("parley map");
  }
}
