package org.parley.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How the demo ends when a part of it does not: the others were once left running.
class DemoEndsTest {

  @Test
  void whatComesAfterAPartThatDoesNotEndStillEndsAndTheFaultIsTold() {
    List<String> ended = new ArrayList<>();
    List<AutoCloseable> parts =
        List.of(
            () -> ended.add("beat"),
            () -> {
              throw new IllegalArgumentException("stuck");
            },
            () -> ended.add("relay"));

    assertThatThrownBy(() -> DemoNetwork.end(parts))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(fault -> assertThat(fault.getSuppressed()).hasSize(1));
    assertThat(ended).containsExactly("beat", "relay");
  }
}
