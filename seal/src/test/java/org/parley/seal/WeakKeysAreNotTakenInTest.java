package org.parley.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.Standing;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.twin.BooksInMemory;
import org.parley.formats.directory.DirectoryBytes;

/// An entry that its party has signed rightly is not taken in where a key in it is weak.
class WeakKeysAreNotTakenInTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Octets ORDER_ONE = Octets.of(oneAndZeros());
  private static final IdentityKeys ALPHA = Nodes.identity("alpha");

  private final BooksInMemory books = new BooksInMemory();
  private final DirectoryBook directory = new DirectoryBook();
  private final SoftwareKeyRing ring = SoftwareKeyRing.inMemory();
  private final SealingKeys sound = ring.create("2026-W48", Nodes.FROM, Nodes.UNTIL);
  private final CmsSeal seal = CmsSeal.with(ALPHA, ring);

  @Test
  void anEntryWithSoundKeysIsTakenIn() {
    assertThat(offered(ALPHA.log().publicKey(), sound)).isInstanceOf(Checked.Sound.class);
    assertThat(held()).isPresent();
  }

  @Test
  void aLogKeyOfLowOrderIsRefused() {
    assertRefused(offered(ORDER_ONE, sound));
  }

  @Test
  void aCutSealingKeyIsRefused() {
    Octets cut = Octets.of("cut");
    assertRefused(
        offered(
            ALPHA.log().publicKey(),
            new SealingKeys(sound.period(), sound.ecdh(), cut, sound.from(), sound.until())));
  }

  private void assertRefused(Checked<DirectoryEntry> taken) {
    assertThat(taken).isInstanceOf(Checked.Refused.class);
    assertThat(taken.issues())
        .extracting(issue -> issue.code())
        .containsOnly(IssueCode.KEY_REFUSED);
    assertThat(held()).isEmpty();
  }

  private Optional<Standing> held() {
    return books.look(book -> directory.standing(book, new Party("XA")));
  }

  private Checked<DirectoryEntry> offered(Octets logKey, SealingKeys sealing) {
    Party party = new Party("XA");
    NodeRecord record =
        new NodeRecord(
            new NodeId(party, "alpha"),
            ALPHA.certificates(),
            Octets.of("tls"),
            logKey,
            List.of(sealing),
            List.of(),
            List.of());
    DirectoryEntry entry =
        new DirectoryEntry(party, 1, Optional.empty(), NOW, List.of(record), List.of(), List.of());
    return new TakeEntry(directory, seal)
        .run(
            books,
            seal.sign(DirectoryBytes.write(entry)),
            Optional.of(ALPHA.certificates().fingerprint()),
            NOW);
  }

  private static byte[] oneAndZeros() {
    byte[] key = new byte[32];
    key[0] = 1;
    return key;
  }
}
