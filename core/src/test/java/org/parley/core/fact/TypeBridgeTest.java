package org.parley.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Correspondence.Line;
import org.parley.core.fact.Correspondence.Relation;

/// What types of one list tell about another.
class TypeBridgeTest {

  private static final TypeBridge.End NATIONAL =
      new TypeBridge.End(
          "national",
          FactKey.of("xx/types"),
          List.of("flood", "fire", "theft", "rumour", "grudge"));
  private static final TypeBridge.End SHARED =
      new TypeBridge.End(
          "shared", FactKey.of("types"), List.of("water", "heat", "burglary", "talk", "odd"));

  /// A flood is water, a fire is part of heat, theft takes in burglary, rumour is much like talk,
  /// and the shared list knows no grudge; nothing national is odd.
  private static final Correspondence LINES =
      new Correspondence(
          "national",
          "shared",
          List.of(
              new Line("flood", Relation.EXACT, List.of("water"), "same"),
              new Line("fire", Relation.BROADER, List.of("heat"), "heat is wider"),
              new Line("theft", Relation.NARROWER, List.of("burglary"), "theft is wider"),
              new Line("rumour", Relation.CLOSE, List.of("talk"), "much alike"),
              new Line("grudge", Relation.NONE, List.of(), "unknown there")));

  private static final TypeBridge FORTH = TypeBridge.both(LINES, NATIONAL, SHARED).getFirst();
  private static final TypeBridge BACK = TypeBridge.both(LINES, NATIONAL, SHARED).getLast();

  private static Stated exactly(TypeBridge bridge, String... types) {
    return new Stated.Exactly(new Value.Options(mask(bridge.from(), types)));
  }

  private static long mask(TypeBridge.End end, String... types) {
    long mask = 0;
    for (String type : types) {
      mask |= 1L << end.types().indexOf(type);
    }
    return mask;
  }

  private static Optional<Stated> known(TypeBridge bridge, List<String> sure, String... perhaps) {
    return Optional.of(
        new Stated.SetBetween(
            mask(bridge.to(), sure.toArray(String[]::new)), mask(bridge.to(), perhaps)));
  }

  @Test
  void anExactTypeIsSureInBothDirections() {
    assertThat(FORTH.read(exactly(FORTH, "flood")))
        .isEqualTo(known(FORTH, List.of("water"), "heat", "talk", "odd"));
    assertThat(BACK.read(exactly(BACK, "water")))
        .isEqualTo(known(BACK, List.of("flood"), "theft", "rumour", "grudge"));
  }

  @Test
  void whatIsPartOfAWiderTypeIsThatTypeAndNotTheOtherWayRound() {
    assertThat(FORTH.read(exactly(FORTH, "fire")))
        .isEqualTo(known(FORTH, List.of("heat"), "talk", "odd"));
    assertThat(BACK.read(exactly(BACK, "heat")))
        .isEqualTo(known(BACK, List.of(), "fire", "theft", "rumour", "grudge"));
  }

  @Test
  void aWiderTypeMayBeItsPartAndThePartIsSurelyTheWiderOne() {
    assertThat(FORTH.read(exactly(FORTH, "theft")))
        .isEqualTo(known(FORTH, List.of(), "heat", "burglary", "talk", "odd"));
    assertThat(BACK.read(exactly(BACK, "burglary")))
        .isEqualTo(known(BACK, List.of("theft"), "rumour", "grudge"));
  }

  @Test
  void aCloseTypeMayBeAndNeverIsSure() {
    assertThat(FORTH.read(exactly(FORTH, "rumour")))
        .isEqualTo(known(FORTH, List.of(), "heat", "talk", "odd"));
  }

  @Test
  void aTypeThatTheOtherListCannotSayLeavesAllElseOpen() {
    assertThat(FORTH.read(exactly(FORTH, "grudge"))).isEmpty();
    assertThat(FORTH.read(exactly(FORTH, "grudge", "flood")))
        .isEqualTo(known(FORTH, List.of("water"), "heat", "burglary", "talk", "odd"));
  }

  @Test
  void ofTypesThatMayApplyNothingIsSure() {
    assertThat(BACK.read(new Stated.SetBetween(0, mask(BACK.from(), "water"))))
        .isEqualTo(known(BACK, List.of(), "flood", "theft", "rumour", "grudge"));
    assertThat(BACK.read(new Stated.SetBetween(0, mask(BACK.from(), "water", "heat")))).isEmpty();
    assertThat(BACK.read(new Stated.SetBetween(mask(BACK.from(), "heat"), 0)))
        .isEqualTo(known(BACK, List.of(), "fire", "theft", "rumour", "grudge"));
  }

  @Test
  void whatIsUnknownOrEmptyTellsNothing() {
    assertThat(FORTH.read(new Stated.Unknown("not stated"))).isEmpty();
    assertThat(FORTH.read(exactly(FORTH))).isEmpty();
  }
}
