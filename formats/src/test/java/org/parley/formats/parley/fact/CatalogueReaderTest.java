package org.parley.formats.parley.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Together;
import org.parley.core.fact.Value;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Shipped;
import org.parley.formats.tree.Limits;

class CatalogueReaderTest {

  @Test
  void theShippedCatalogueIsSound() {
    Catalogue catalogue = Shipped.catalogue();

    assertThat(catalogue.facts()).hasSizeGreaterThan(80);
    assertThat(catalogue.constraints())
        .contains(
            new Constraint.NotAbove(id("usersAffected"), id("usersTotal")),
            new Constraint.NotBefore(id("detectedAt"), id("occurredAt")));
  }

  @Test
  void aFactIsReadWithAllThatIsSaidAboutIt() {
    assertThat(fact("usersAffected"))
        .isEqualTo(
            new Fact(
                id("usersAffected"),
                "users",
                new FactType.Count(10_000_000_000L),
                Optional.of(new Value.Number(0)),
                new Fact.Reach(false, true),
                Together.SUM,
                "How many users could not use the service, or could use it only in part."));
    assertThat(fact("loss").type())
        .isEqualTo(
            new FactType.Money(Exact.parse("0.01").orElseThrow(), Exact.of(10_000_000_000_000L)));
    assertThat(fact("loss").baseline()).contains(new Value.Money(0, ValueReader.NO_CURRENCY));
    assertThat(fact("loss").reach()).isEqualTo(new Fact.Reach(true, false));
  }

  @Test
  void aFactCanTakeItsOptionsFromAListOfTypes() {
    assertThat(fact("incidentTypes").type().optionNames()).contains("ddos", "spam").hasSize(39);
    assertThat(fact("es/incidentTypes").type().optionNames()).hasSize(36);
  }

  static Stream<Path> broken() {
    return Golden.inputs("catalogue");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsWrongIsToldInFull(Path input) {
    Issues issues = new Issues();
    Parsed file =
        Parsed.of(Golden.bytes(input), input.getFileName().toString(), Limits.DOCUMENT, issues)
            .orElseThrow();

    Checked<Catalogue> checked = CatalogueReader.read(file, _ -> Optional.empty());

    assertThat(checked).isInstanceOf(Checked.Refused.class);
    assertThat(issues.list()).isEqualTo(List.of());
    Golden.check(input, Golden.told(checked.issues()));
  }

  private static Fact fact(String name) {
    return Shipped.catalogue().find(id(name)).orElseThrow();
  }

  private static FactId id(String name) {
    return FactId.parse(name).orElseThrow();
  }
}
