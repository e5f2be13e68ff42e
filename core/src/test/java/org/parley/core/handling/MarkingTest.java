package org.parley.core.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.core.terms.Party;

class MarkingTest {

  private static final long SEED = 20_261_122L;
  private static final SecrecyGrade GRADE = new SecrecyGrade(new Party("XA"), "GEHEIM");

  @ParameterizedTest
  @CsvSource({
    "CLEAR,        yyyyyyyn",
    "GREEN,        yyyyyynn",
    "AMBER,        yyyynnnn",
    "AMBER_STRICT, yyynnnnn",
    "RED,          yynnnnnn",
  })
  void theReleaseTableIsThis(Tlp tlp, String released) {
    for (Relation relation : Relation.values()) {
      assertThat(ReleaseTable.decide(Marking.of(tlp), relation).isReleased())
          .as("%s to %s", tlp, relation)
          .isEqualTo(released.charAt(relation.ordinal()) == 'y');
      boolean named = relation.compareTo(Relation.NAMED) <= 0;
      assertThat(ReleaseTable.decide(Marking.of(tlp).graded(GRADE), relation).isReleased())
          .isEqualTo(named);
      assertThat(ReleaseTable.decide(Marking.of(tlp).withUnknown("EYES"), relation).isReleased())
          .isEqualTo(named);
    }
  }

  @Test
  void combiningIsALatticeAndNeverWeakens() {
    SplittableRandom chance = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      Marking one = marking(chance);
      Marking other = marking(chance);
      Marking third = marking(chance);

      assertThat(one.with(other)).as("seed %d round %d", SEED, round).isEqualTo(other.with(one));
      assertThat(one.with(one)).isEqualTo(one);
      assertThat(one.with(other).with(third)).isEqualTo(one.with(other.with(third)));
      assertThat(one.with(other).isAtLeast(one)).isTrue();
      assertThat(one.isAtLeast(other) && other.isAtLeast(one)).isEqualTo(one.equals(other));
    }
  }

  @Test
  void alongEveryPathOfCombiningWhatWasRefusedStaysRefused() {
    SplittableRandom chance = new SplittableRandom(SEED);
    for (int round = 0; round < 5_000; round++) {
      Marking at = marking(chance);
      List<Marking> path = new ArrayList<>(List.of(at));
      for (int step = 0; step < 6; step++) {
        Marking next = at.with(marking(chance));
        for (Relation relation : Relation.values()) {
          if (!ReleaseTable.decide(at, relation).isReleased()) {
            assertThat(ReleaseTable.decide(next, relation).isReleased())
                .as("seed %d round %d %s", SEED, round, path)
                .isFalse();
          }
        }
        Ceiling ceiling = new Ceiling(Tlp.AMBER, Set.of(GRADE), Set.of("EYES"));
        if (ceiling.above(at).isPresent()) {
          assertThat(ceiling.above(next)).isPresent();
        }
        assertThat(next.reach().isAtLeast(at.reach())).isTrue();
        at = next;
        path.add(at);
      }
    }
  }

  @Test
  void aGradeKeepsItsWordsAndItsState() {
    Marking both =
        Marking.of(Tlp.GREEN)
            .graded(GRADE)
            .with(Marking.of(Tlp.CLEAR).graded(new SecrecyGrade(new Party("XB"), "GEHEIM")));

    assertThat(both.grades()).hasSize(2);
    assertThat(both).hasToString("TLP:GREEN [XA GEHEIM] [XB GEHEIM]");
  }

  @Test
  void theCeilingNamesWhatIsAboveIt() {
    Ceiling ceiling = new Ceiling(Tlp.AMBER, Set.of(GRADE), Set.of());

    assertThat(ceiling.above(Marking.of(Tlp.AMBER).graded(GRADE))).isEmpty();
    assertThat(ceiling.above(Marking.of(Tlp.RED))).contains("TLP:RED");
    assertThat(ceiling.above(Marking.of(Tlp.CLEAR).withUnknown("EYES"))).contains("EYES");
    assertThat(
            ceiling.above(
                Marking.of(Tlp.CLEAR).graded(new SecrecyGrade(new Party("XB"), "GEHEIM"))))
        .contains("XB GEHEIM");
  }

  @Test
  void whiteIsTheOlderNameOfClear() {
    assertThat(Tlp.parse("TLP:WHITE")).contains(Tlp.CLEAR);
    assertThat(Tlp.parse("TLP:AMBER+STRICT")).contains(Tlp.AMBER_STRICT);
    assertThat(Tlp.parse("TLP:UNCLEAR")).isEmpty();
    assertThat(Pap.parse("PAP:WHITE")).contains(Pap.CLEAR);
  }

  private static Marking marking(SplittableRandom chance) {
    TreeSet<SecrecyGrade> grades = new TreeSet<>();
    TreeSet<String> unknown = new TreeSet<>();
    if (chance.nextInt(4) == 0) {
      grades.add(chance.nextBoolean() ? GRADE : new SecrecyGrade(new Party("XB"), "TAJNE"));
    }
    if (chance.nextInt(6) == 0) {
      unknown.add(chance.nextBoolean() ? "EYES" : "OSCE+");
    }
    Optional<Pap> pap =
        chance.nextBoolean() ? Optional.of(Pap.values()[chance.nextInt(4)]) : Optional.empty();
    return new Marking(Tlp.values()[chance.nextInt(5)], pap, grades, unknown);
  }

  @Test
  void aMarkingIsReadBackFromItsTextWhateverWordsAreInIt() {
    Marking plain = Marking.of(Tlp.AMBER_STRICT);
    Marking full =
        Marking.of(Tlp.CLEAR, Pap.AMBER)
            .graded(new SecrecyGrade(new Party("XA"), "two\nlines, \\n and ]"))
            .graded(new SecrecyGrade(new Party("XB"), " \\"))
            .withUnknown("TLP:RED")
            .withUnknown("grade XA SECRET\n");

    assertThat(MarkingText.write(plain)).isEqualTo("TLP:AMBER+STRICT");
    for (Marking each : List.of(plain, full)) {
      assertThat(MarkingText.read(MarkingText.write(each))).contains(each);
    }
    for (String other :
        List.of("", "AMBER!", "TLP:RED\n", "TLP:RED\ngrade XA", "TLP:RED\nPAP:X", "TLP:RED\nx")) {
      assertThat(MarkingText.read(other)).as(other).isEmpty();
    }
  }
}
