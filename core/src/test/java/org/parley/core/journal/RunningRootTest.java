package org.parley.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

class RunningRootTest {

  @Test
  void atEverySizeTheRootIsThatOfTheTree() {
    Map<String, Digest> kept = new HashMap<>();
    HashNodes nodes =
        new HashNodes() {
          @Override
          public Optional<Digest> node(int level, long index) {
            return Optional.ofNullable(kept.get(level + "/" + index));
          }

          @Override
          public void keepNode(int level, long index, Digest hash) {
            kept.put(level + "/" + index, hash);
          }
        };
    MerkleTree tree = new MerkleTree(nodes, 0);
    RunningRoot running = new RunningRoot();

    assertThat(running.root()).isEqualTo(tree.root());
    for (int number = 0; number < 300; number++) {
      Octets entry = Octets.of("entry " + number);
      tree = tree.with(entry);
      running.add(entry);

      assertThat(running.root()).as("size %d", number + 1).isEqualTo(tree.root());
      assertThat(running.size()).isEqualTo(tree.size());
    }
  }
}
