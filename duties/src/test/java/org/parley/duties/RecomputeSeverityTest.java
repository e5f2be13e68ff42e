package org.parley.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.exchange.Severity;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Digest;
import org.parley.duties.RecomputeSeverity.Recomputed;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/// What another State finds on its released facts is computed again with our own library.
class RecomputeSeverityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<String> FACTS =
      List.of("availability: unavailable", "deaths: {value: 0, source: telephone}");

  private final Library library = new Library(new FolderSource(Path.of("..", "library")));
  private final RecomputeSeverity recompute = new RecomputeSeverity(library);
  private final EditionName name = library.editions().getFirst();
  private final ScaleEdition edition = library.edition(name).orThrow();

  @Test
  void whatWeStateOurselvesIsFoundAgain() {
    List<String> ours = recompute.possible(edition, FACTS, DAY).orThrow();

    Recomputed again = recompute.run(basis(edition.digest(), FACTS, ours), DAY);

    assertThat(again).isEqualTo(new Recomputed.Same(ours));
    assertThat(again.note()).isEmpty();
  }

  @Test
  void otherGradesThanTheFactsGiveAreShown() {
    List<String> ours = recompute.possible(edition, FACTS, DAY).orThrow();

    Recomputed again = recompute.run(basis(edition.digest(), FACTS, List.of("as-we-like-it")), DAY);

    assertThat(again).isEqualTo(new Recomputed.Different(ours));
    assertThat(again.note().orElseThrow().code()).isEqualTo(IssueCode.SEVERITY_DIFFERS);
  }

  @Test
  void anotherTextOfTheEditionIsNotComparedWithOurs() {
    Recomputed again =
        recompute.run(basis(Digest.of(new byte[] {1}), FACTS, List.of("severe")), DAY);

    assertThat(again).isInstanceOf(Recomputed.Unable.class);
    assertThat(again.note().orElseThrow().code()).isEqualTo(IssueCode.SEVERITY_NOT_RECOMPUTED);
  }

  @Test
  void aFactThatIsMoreThanOneLineIsNoFact() {
    List<String> smuggled = List.of("availability: unavailable\n    aware: 2026-01-01T00:00:00Z");

    assertThat(recompute.possible(edition, smuggled, DAY)).isInstanceOf(Checked.Refused.class);
    assertThat(recompute.run(basis(edition.digest(), smuggled, List.of()), DAY))
        .isInstanceOf(Recomputed.Unable.class);
  }

  @Test
  void aFactThatNobodyHereKnowsMakesItUnable() {
    assertThat(recompute.run(basis(edition.digest(), List.of("moonPhase: full"), List.of()), DAY))
        .isInstanceOf(Recomputed.Unable.class);
  }

  private Severity.Basis basis(Digest digest, List<String> facts, List<String> possible) {
    return new Severity.Basis(
        new Severity.Edition(name.scale(), name.edition(), digest), facts, possible);
  }
}
