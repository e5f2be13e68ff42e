package org.parley.formats.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.cases.CasesReader;
import org.parley.formats.parley.fact.CatalogueReader;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.parley.scale.ScaleReader;
import org.parley.formats.tree.Limits;

/// However a file is damaged, reading it gives a value or problems, and never throws.
class DamagedFilesTest {

  private static final int ROUNDS = 40;
  private static final KnownFacts FACTS = KnownFacts.of(Shipped.catalogue());

  @Test
  void damagedScalesAreReadOrRefused() {
    for (Path scale : Shipped.scales()) {
      damage(scale, DamagedFilesTest::scale);
    }
  }

  @Test
  void damagedCasesAreReadOrRefused() {
    for (Path scale : Shipped.scales()) {
      ScaleEdition edition = (ScaleEdition) scale(Shipped.parsed(scale)).orThrow();
      damage(
          scale.resolveSibling("cases.yaml"),
          file -> CasesReader.read(file.tree(), edition, Shipped.catalogue()));
    }
  }

  @Test
  void damagedCataloguesAndIncidentsAreReadOrRefused() {
    damage(
        Shipped.path("facts/catalogue.yaml"),
        file -> CatalogueReader.read(file, _ -> Optional.empty()));
    damage(
        Shipped.path("incidents/hospital-ransomware.yaml"),
        file -> IncidentReader.read(file, FACTS));
  }

  @FuzzTest
  void anyBytesAreReadAsAScaleOrRefused(byte[] bytes) {
    read(bytes, DamagedFilesTest::scale);
  }

  @FuzzTest
  void anyBytesAreReadAsAnIncidentOrRefused(byte[] bytes) {
    read(bytes, file -> IncidentReader.read(file, FACTS));
  }

  private static Checked<?> scale(Parsed file) {
    return ScaleReader.read(file, Shipped.catalogue(), Shipped.references());
  }

  private static void damage(Path file, Function<Parsed, Checked<?>> reader) {
    long seed = RandomGenerator.getDefault().nextLong();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    String sound = new String(Golden.bytes(file), StandardCharsets.UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      String damaged = Mutant.of(sound, random);
      try {
        read(damaged.getBytes(StandardCharsets.UTF_8), reader);
      } catch (RuntimeException thrown) {
        fail("%s, seed %d, round %d".formatted(file, seed, round), thrown);
      }
    }
  }

  private static void read(byte[] bytes, Function<Parsed, Checked<?>> reader) {
    Issues issues = new Issues();
    Optional<Parsed> parsed = Parsed.of(bytes, "damaged.yaml", Limits.DOCUMENT, issues);
    parsed.ifPresent(file -> {
      Checked<?> checked = reader.apply(file);
      List<String> told = checked.issues().stream().map(Object::toString).toList();
      assertThat(checked instanceof Checked.Sound || !told.isEmpty()).isTrue();
    });
    assertThat(parsed.isPresent() || issues.hasErrors()).isTrue();
  }
}
