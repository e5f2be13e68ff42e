package org.parley.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

class CheckpointTest {

  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final KeyPair LOG = pair();
  private static final KeyPair WITNESS = pair();
  private static final NoteKey LOG_KEY = key("example.org/XA/csirt", NoteKey.Kind.PLAIN, LOG);
  private static final NoteKey WITNESS_KEY =
      key("example.org/XB/csirt", NoteKey.Kind.COSIGNATURE, WITNESS);
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("example.org/XA/csirt", 7, Digest.of(new byte[] {7}));

  @Test
  void itIsReadBackAndVerified() {
    SignedNote note = CHECKPOINT.signed(LOG_KEY, signer(LOG));

    SignedNote read = SignedNote.read(note.bytes()).orThrow();

    assertThat(Checkpoint.verify(read, LOG_KEY, CheckpointTest::verifies).orThrow())
        .isEqualTo(CHECKPOINT);
  }

  @Test
  void theKeyOfThePublishedExampleHasThePublishedId() {
    String published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    assertThat(NoteKey.parse(published).map(NoteKey::toString)).contains(published);
    assertThat(NoteKey.parse(published.replace("c74f", "c74e"))).isEmpty();
  }

  @Test
  void everyChangedOctetIsRefused() {
    Octets note = CHECKPOINT.signed(LOG_KEY, signer(LOG)).bytes();
    for (int at = 0; at < note.size(); at++) {
      byte[] changed = note.toArray();
      changed[at] ^= 1;
      Checked<SignedNote> read = SignedNote.read(Octets.of(changed));
      if (read instanceof Checked.Sound<SignedNote>(SignedNote sound, _)) {
        assertThat(Checkpoint.verify(sound, LOG_KEY, CheckpointTest::verifies))
            .as("octet %d", at)
            .isInstanceOf(Checked.Refused.class);
      }
    }
  }

  @Test
  void aTextThatIsNoNoteIsRefused() {
    for (String odd :
        List.of("", "\n", "\n\n", "text", "a\n1\n\n— b c\n", "a\n\n— name AAAA\n", "a\n\nx\n")) {
      assertThat(SignedNote.read(Octets.of(odd))).as(odd).isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void aCheckpointOfAnotherLogOrWithTwoSignaturesByOneKeyDoesNotVerify() {
    NoteKey other = key("example.org/XC/csirt", NoteKey.Kind.PLAIN, LOG);
    SignedNote note = CHECKPOINT.signed(LOG_KEY, signer(LOG));

    assertThat(code(Checkpoint.verify(note, other, CheckpointTest::verifies)))
        .isEqualTo(IssueCode.CHECKPOINT_WRONG);
    assertThat(
            code(
                Checkpoint.verify(
                    note.signed(LOG_KEY, signer(LOG)), LOG_KEY, CheckpointTest::verifies)))
        .isEqualTo(IssueCode.CHECKPOINT_WRONG);
  }

  @Test
  void aWitnessSaysWhenItSawIt() {
    SignedNote note =
        CHECKPOINT.signed(LOG_KEY, signer(LOG)).cosigned(WITNESS_KEY, SEEN, signer(WITNESS));

    assertThat(note.seenBy(WITNESS_KEY, CheckpointTest::verifies)).contains(SEEN);
    assertThat(
            Witnessing.witnessed(note, List.of(WITNESS_KEY), 1, CheckpointTest::verifies).orThrow())
        .isEqualTo(SEEN);
  }

  @Test
  void oneWitnessNamedTwiceIsNoQuorumOfTwo() {
    SignedNote note = CHECKPOINT.signed(LOG_KEY, signer(LOG));
    SignedNote cosigned = note.cosigned(WITNESS_KEY, SEEN, signer(WITNESS));

    assertThat(
            code(
                Witnessing.witnessed(
                    cosigned, List.of(WITNESS_KEY, WITNESS_KEY), 2, CheckpointTest::verifies)))
        .isEqualTo(IssueCode.QUORUM_MISSING);
  }

  @Test
  void aSignatureByALogIsNoWitnessing() {
    SignedNote note = CHECKPOINT.signed(LOG_KEY, signer(LOG));

    assertThat(note.seenBy(LOG_KEY, CheckpointTest::verifies)).isEmpty();
  }

  @Test
  void aWitnessFollowsWhatGrowsAndNamesWhatDoesNot() {
    MerkleTree tree = tree("");
    Checkpoint three = at(tree, 3);
    Checkpoint five = at(tree, 5);
    Checkpoint other = at(tree("rewritten"), 5);
    ConsistencyProof proof = tree.consistency(3);

    assertThat(Witnessing.follow(Optional.empty(), three, proof).orThrow()).isEqualTo(three);
    assertThat(Witnessing.follow(Optional.of(three), five, proof).orThrow()).isEqualTo(five);
    assertThat(code(Witnessing.follow(Optional.of(five), three, proof)))
        .isEqualTo(IssueCode.LOG_ROLLED_BACK);
    assertThat(code(Witnessing.follow(Optional.of(five), other, proof)))
        .isEqualTo(IssueCode.LOG_FORKED);
    assertThat(code(Witnessing.follow(Optional.of(three), other, proof)))
        .isEqualTo(IssueCode.LOG_FORKED);
    assertThat(Witnessing.proveFork(five, other)).isTrue();
    assertThat(Witnessing.proveFork(three, five)).isFalse();
  }

  @Test
  void oneSaltedItemIsShownWithoutTheOthers() {
    Octets salt = Octets.of("sixteen octets!!");
    List<Digest> items =
        List.of(
            SaltedItems.hash(salt, Octets.of("1 yes")),
            SaltedItems.hash(salt, Octets.of("2 no")),
            SaltedItems.hash(salt, Octets.of("3 unknown")));
    Digest root = SaltedItems.root(items);
    InclusionProof proof = SaltedItems.show(items, 1);

    assertThat(SaltedItems.shows(proof, salt, Octets.of("2 no"), root)).isTrue();
    assertThat(SaltedItems.shows(proof, salt, Octets.of("2 yes"), root)).isFalse();
    assertThat(SaltedItems.shows(proof, Octets.of("sixteen octets!?"), Octets.of("2 no"), root))
        .isFalse();
  }

  private static MerkleTree tree(String third) {
    MerkleTree tree = new MerkleTree(new HashesInMemory(), 0);
    for (String entry : List.of("1", "2", "3" + third, "4", "5")) {
      tree = tree.with(Octets.of(entry));
    }
    return tree;
  }

  private static Checkpoint at(MerkleTree tree, long size) {
    return new Checkpoint("example.org/XA/csirt", size, new MerkleTree(tree.nodes(), size).root());
  }

  private static IssueCode code(Checked<?> checked) {
    return checked.issues().getFirst().code();
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static NoteKey key(String name, NoteKey.Kind kind, KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return new NoteKey(
        name, kind, Octets.of(Arrays.copyOfRange(encoded, SPKI.length, encoded.length)));
  }

  private static Ed25519.Signer signer(KeyPair pair) {
    return message -> {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message.toArray());
        return Octets.of(signature.sign());
      } catch (GeneralSecurityException broken) {
        throw new IllegalStateException(broken);
      }
    };
  }

  private static boolean verifies(Octets publicKey, Octets message, Octets signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(NoteKey.join(SPKI, publicKey.toArray()))));
      check.update(message.toArray());
      return check.verify(signature.toArray());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
