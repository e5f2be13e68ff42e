package org.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.bench.peer.Engine;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.Incidents;

class AgreementTest {

  @Test
  void allEnginesAgreeWithTheHandWrittenCode() {
    Agreement.checkAll(300);
  }

  @ParameterizedTest
  @EnumSource
  void generatedIncidentsReachEveryLevel(Family family) {
    Incidents incidents = Incidents.of(family, Incidents.SEED, 300);
    IntUnaryOperator hand = Engine.HAND_MAP.open(incidents);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < incidents.count(); i++) {
      seen.add(hand.applyAsInt(i));
    }

    assertThat(seen).hasSize(family == Family.GATE ? 2 : 6);
  }
}
