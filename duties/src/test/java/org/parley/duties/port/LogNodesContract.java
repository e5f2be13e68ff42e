package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.digest;

import org.junit.jupiter.api.Test;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

interface LogNodesContract extends OpenBooks {

  @Test
  default void entriesAreCountedFromNought() {
    doing(book -> {
      book.log().append(Octets.of("first"));
      book.log().append(Octets.of(""));
      book.log().append(Octets.of("first"));
    });

    assertThat(entries()).isEqualTo(3);
    assertThat(entryAt(0)).isEqualTo(Octets.of("first"));
    assertThat(entryAt(1)).isEqualTo(Octets.of(""));
    assertThat(entryAt(2)).isEqualTo(Octets.of("first"));
  }

  @Test
  default void anEntryThatIsNotThereIsADefectOfTheCaller() {
    assertThatThrownBy(() -> entryAt(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  default void hashesOfWholeSubtreesAreKeptAndNeverChange() {
    Digest leaf = treeHash("leaf");
    doing(book -> {
      book.log().append(Octets.of("leaf"));
      book.log().keepNode(0, 0, leaf);
    });

    doing(book -> book.log().keepNode(0, 0, leaf));

    assertThat(found(book -> book.log().node(0, 0))).contains(leaf);
    assertThat(found(book -> book.log().node(1, 0))).isEmpty();
    assertThatThrownBy(() -> doing(book -> book.log().keepNode(0, 0, digest("other"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(book -> book.log().node(0, 0))).contains(leaf);
  }

  /// A leaf's hash after RFC 6962.
  private static Digest treeHash(String leaf) {
    return digest((char) 0 + leaf);
  }
}
