package org.parley.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

class MerkleTreeTest {

  private static final int MOST = 70;
  private static final List<Octets> ENTRIES =
      IntStream.range(0, 1100).mapToObj(i -> Octets.of("entry " + i)).toList();

  @Test
  void theRootOfNothingIsTheDigestOfNothing() {
    assertThat(tree(0).root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void anEmptyEntryHashesAsTheStandardsExampleSays() {
    assertThat(MerkleHash.ofEntry(Octets.of("")).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  }

  @Test
  void theRootsOfAllSizesAreThoseOfTheDefinition() {
    for (int size = 0; size <= MOST; size++) {
      assertThat(tree(size).root())
          .as("size %d", size)
          .isEqualTo(PlainTree.root(ENTRIES.subList(0, size)));
    }
  }

  @Test
  void theRootsAroundPowersOfTwoAreThoseOfTheDefinition() {
    MerkleTree tree = tree(1100);
    for (int power = 1; power <= 1024; power *= 2) {
      for (int size = Math.max(0, power - 2); size <= power + 2; size++) {
        assertThat(new MerkleTree(tree.nodes(), size).root())
            .as("size %d", size)
            .isEqualTo(PlainTree.root(ENTRIES.subList(0, size)));
      }
    }
  }

  @Test
  void theProofsOfInclusionAreThoseOfTheDefinitionAndShowIt() {
    MerkleTree tree = tree(MOST);
    for (int size = 1; size <= MOST; size++) {
      MerkleTree then = new MerkleTree(tree.nodes(), size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = then.inclusion(index);
        assertThat(proof.path())
            .as("entry %d of %d", index, size)
            .isEqualTo(PlainTree.path(index, ENTRIES.subList(0, size)));
        assertThat(proof.shows(leaf(index), then.root())).isTrue();
      }
    }
  }

  @Test
  void theProofsOfConsistencyAreThoseOfTheDefinitionAndShowIt() {
    MerkleTree tree = tree(MOST);
    for (int later = 0; later <= MOST; later++) {
      MerkleTree now = new MerkleTree(tree.nodes(), later);
      for (int earlier = 0; earlier <= later; earlier++) {
        ConsistencyProof proof = now.consistency(earlier);
        assertThat(proof.path())
            .as("%d to %d", earlier, later)
            .isEqualTo(PlainTree.proof(earlier, ENTRIES.subList(0, later)));
        assertThat(proof.shows(new MerkleTree(tree.nodes(), earlier).root(), now.root())).isTrue();
      }
    }
  }

  @Test
  void noProofShowsAnotherEntryIndexSizePathOrRoot() {
    MerkleTree tree = tree(33);
    for (int index = 0; index < 33; index++) {
      InclusionProof proof = tree.inclusion(index);
      Digest root = tree.root();
      assertThat(proof.shows(leaf(index + 1), root)).isFalse();
      assertThat(proof.shows(leaf(index), leaf(0))).isFalse();
      assertThat(new InclusionProof(index + 1, 33, proof.path()).shows(leaf(index), root))
          .as("entry %d at the next place", index)
          .isFalse();
      assertThat(new InclusionProof(index, 65, proof.path()).shows(leaf(index), root)).isFalse();
      for (int cut = 0; cut < proof.path().size(); cut++) {
        assertThat(
                new InclusionProof(index, 33, without(proof.path(), cut)).shows(leaf(index), root))
            .isFalse();
        assertThat(
                new InclusionProof(index, 33, doubled(proof.path(), cut)).shows(leaf(index), root))
            .isFalse();
      }
    }
  }

  @Test
  void noProofShowsConsistencyWithARewrittenTree() {
    for (int earlier = 1; earlier < 33; earlier++) {
      MerkleTree honest = tree(33);
      MerkleTree other = new MerkleTree(new HashesInMemory(), 0);
      for (int i = 0; i < 33; i++) {
        other = other.with(Octets.of(i == earlier - 1 ? "rewritten" : "entry " + i));
      }
      Digest earlierRoot = new MerkleTree(honest.nodes(), earlier).root();

      assertThat(other.consistency(earlier).shows(earlierRoot, other.root()))
          .as("entry %d rewritten", earlier - 1)
          .isFalse();
      assertThat(honest.consistency(earlier).shows(earlierRoot, other.root())).isFalse();
    }
  }

  @Test
  void aSizeOutsideTheTreeIsADefect() {
    assertThatThrownBy(() -> tree(3).inclusion(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree(3).consistency(4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLogThatLostAHashSaysWhich() {
    assertThatThrownBy(() -> new MerkleTree(new HashesInMemory(), 4).root())
        .hasMessageContaining("level 2, index 0");
  }

  private static MerkleTree tree(int size) {
    MerkleTree tree = new MerkleTree(new HashesInMemory(), 0);
    for (int i = 0; i < size; i++) {
      tree = tree.with(ENTRIES.get(i));
    }
    return tree;
  }

  private static Digest leaf(int index) {
    return MerkleHash.ofEntry(ENTRIES.get(index));
  }

  private static List<Digest> without(List<Digest> path, int at) {
    List<Digest> less = new ArrayList<>(path);
    less.remove(at);
    return less;
  }

  private static List<Digest> doubled(List<Digest> path, int at) {
    List<Digest> more = new ArrayList<>(path);
    more.add(at, path.get(at));
    return more;
  }
}
