package org.parley.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Correspondence;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.TypeBridge;
import org.parley.core.fact.Value;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// Types in lists in which nobody stated them.
class DerivedTypesTest {

  private static final FactKey SHARED = FactKey.of("types");
  private static final FactKey NATIONAL = FactKey.of("xx/types");
  private static final DerivedTypes DERIVED =
      new DerivedTypes(
          TypeBridge.both(
              new Correspondence(
                  "national",
                  "shared",
                  List.of(
                      new Correspondence.Line(
                          "flood", Correspondence.Relation.EXACT, List.of("water"), "same"))),
              new TypeBridge.End("national", NATIONAL, List.of("flood")),
              new TypeBridge.End("shared", SHARED, List.of("water"))));

  private static Statement one(FactKey key, String source) {
    return new Statement(
        key, new Stated.Exactly(new Value.Options(1)), Statement.Origin.from(source));
  }

  private static List<Statement> with(Statement... statements) {
    Revision revision =
        new Revision(
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(statements),
            Optional.empty());
    Incident incident =
        new Incident(
            "one", Optional.empty(), new Realm.Real(), Digest.of(new byte[0]), List.of(revision));
    return DERIVED.on(incident).latest().statements();
  }

  @Test
  void aTypeInTheOtherListIsAddedAndSaysWhereItComesFrom() {
    assertThat(with(one(SHARED, "row 1")))
        .containsExactly(
            one(SHARED, "row 1"),
            one(NATIONAL, "derived from shared by correspondence national--shared"));
    assertThat(with(one(NATIONAL, "row 1")))
        .containsExactly(
            one(NATIONAL, "row 1"),
            one(SHARED, "derived from national by correspondence national--shared"));
  }

  @Test
  void whatWasStatedIsNeverTouched() {
    Statement unknown = new Statement(NATIONAL, new Stated.Unknown("asked"), Statement.Origin.NONE);
    assertThat(with(one(SHARED, "row 1"), unknown)).containsExactly(one(SHARED, "row 1"), unknown);
    assertThat(with()).isEmpty();
  }

  @Test
  void nothingFollowsWhereOneOfTwoStatementsTellsNothing() {
    Statement unknown = new Statement(SHARED, new Stated.Unknown("asked"), Statement.Origin.NONE);
    assertThat(with(one(SHARED, "row 1"), unknown)).hasSize(2);
  }
}
