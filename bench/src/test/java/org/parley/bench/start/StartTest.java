package org.parley.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartTest {

  @Test
  void thePocketFormGivesWhatTheBareProgramGives() {
    assertThat(PocketMain.ranks(PocketMain.shelf())).isEqualTo(HandMain.ranks());
  }
}
