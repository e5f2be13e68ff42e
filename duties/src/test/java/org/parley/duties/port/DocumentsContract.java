package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.port.Samples.digest;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

interface DocumentsContract extends OpenBooks {

  @Test
  default void documentsAreFoundByTheirDigestWithTheirExactBytes() {
    byte[] all = new byte[3 * 1024 * 1024];
    new Random(1).nextBytes(all);
    Octets large = Octets.of(all);

    Digest empty = books().change(book -> book.documents().keep(Octets.of("")));
    Digest kept = books().change(book -> book.documents().keep(large));

    assertThat(kept).isEqualTo(large.digest());
    assertThat(found(book -> book.documents().find(kept))).contains(large);
    assertThat(found(book -> book.documents().find(empty))).contains(Octets.of(""));
    assertThat(found(book -> book.documents().find(digest("other")))).isEmpty();
  }

  @Test
  default void theSameDocumentIsKeptOnce() {
    Digest first = books().change(book -> book.documents().keep(Octets.of("words")));
    Digest second = books().change(book -> book.documents().keep(Octets.of("words")));

    assertThat(second).isEqualTo(first);
  }

  @Test
  default void anErasureIsToldFromALoss() {
    Digest kept = books().change(book -> book.documents().keep(Octets.of("words")));

    doing(book -> book.documents().erase(kept));
    doing(book -> book.documents().erase(kept));

    assertThat(found(book -> book.documents().find(kept))).isEmpty();
    assertThat(holds(book -> book.documents().wasErased(kept))).isTrue();
    assertThat(holds(book -> book.documents().wasErased(digest("never there")))).isFalse();
  }

  @Test
  default void erasingWhatWasNeverThereLeavesNoTrace() {
    doing(book -> book.documents().erase(digest("never there")));

    assertThat(holds(book -> book.documents().wasErased(digest("never there")))).isFalse();
  }

  @Test
  default void aDocumentKeptAgainAfterItsErasureIsThere() {
    Digest kept = books().change(book -> book.documents().keep(Octets.of("words")));
    doing(book -> book.documents().erase(kept));

    doing(book -> book.documents().keep(Octets.of("words")));

    assertThat(found(book -> book.documents().find(kept))).contains(Octets.of("words"));
    assertThat(holds(book -> book.documents().wasErased(kept))).isFalse();
  }
}
