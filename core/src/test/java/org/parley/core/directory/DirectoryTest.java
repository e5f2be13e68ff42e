package org.parley.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

class DirectoryTest {

  private static final Party XA = new Party("XA");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final SigningCertificates KEYS = certificates("keys");
  private static final SigningCertificates NEW_KEYS = certificates("new keys");
  private static final DirectoryEntry FIRST = entry(1, Optional.empty(), KEYS, List.of());
  private static final Digest FIRST_DIGEST = Octets.of("first").digest();
  private static final Directory KNOWN =
      Directory.EMPTY.evolve(new Directory.Offered(FIRST, FIRST_DIGEST, KEYS));

  @Test
  void theFirstEntryIsTakenAgainstTheFingerprintThatPeopleCompared() {
    Directory.Offered offered = new Directory.Offered(FIRST, FIRST_DIGEST, KEYS);

    assertThat(Directory.EMPTY.decide(offered, Optional.of(KEYS.fingerprint())).orThrow())
        .isEqualTo(offered);
  }

  @Test
  void keySubstitutionOnFirstContactIsRefused() {
    DirectoryEntry substituted = entry(1, Optional.empty(), NEW_KEYS, List.of());
    Directory.Offered offered = new Directory.Offered(substituted, FIRST_DIGEST, NEW_KEYS);

    assertThat(codes(Directory.EMPTY.decide(offered, Optional.of(KEYS.fingerprint()))))
        .containsExactly(IssueCode.FINGERPRINT_DIFFERS);
    assertThat(codes(Directory.EMPTY.decide(offered, Optional.empty())))
        .containsExactly(IssueCode.FINGERPRINT_DIFFERS);
  }

  @Test
  void theNextEntryIsTakenWhenItFollowsAndIsSignedByANodeOfTheOneBefore() {
    DirectoryEntry next = entry(2, Optional.of(FIRST_DIGEST), NEW_KEYS, List.of());

    assertThat(codes(offer(KNOWN, next, KEYS))).isEmpty();
    assertThat(codes(offer(KNOWN, next, NEW_KEYS))).containsExactly(IssueCode.KEY_REVOKED);
  }

  @Test
  void rollbackForkAndGapAreNamed() {
    Directory second =
        KNOWN.evolve(
            new Directory.Offered(
                entry(2, Optional.of(FIRST_DIGEST), KEYS, List.of()),
                Octets.of("second").digest(),
                KEYS));

    assertThat(codes(offer(second, FIRST, KEYS))).containsExactly(IssueCode.DIRECTORY_ROLLED_BACK);
    assertThat(codes(offer(second, entry(2, Optional.of(FIRST_DIGEST), KEYS, List.of()), KEYS)))
        .containsExactly(IssueCode.DIRECTORY_FORKED);
    assertThat(codes(offer(second, entry(3, Optional.of(FIRST_DIGEST), KEYS, List.of()), KEYS)))
        .containsExactly(IssueCode.DIRECTORY_FORKED);
    Checked<Directory.Offered> behindAGap =
        offer(second, entry(4, Optional.of(Octets.of("third").digest()), KEYS, List.of()), KEYS);
    assertThat(behindAGap).as("what others were told").isInstanceOf(Checked.Sound.class);
    assertThat(codes(behindAGap)).containsExactly(IssueCode.DIRECTORY_GAP);
  }

  @Test
  void aRevokedKeySignsNoFurtherEntryAndNoRevocationIsTakenBack() {
    Revocation revoked = new Revocation(KEYS.fingerprint(), AT, "lost");
    DirectoryEntry second = entry(2, Optional.of(FIRST_DIGEST), NEW_KEYS, List.of(revoked));
    Digest digest = Octets.of("second").digest();
    Directory then = KNOWN.evolve(new Directory.Offered(second, digest, KEYS));

    assertThat(codes(offer(then, entry(3, Optional.of(digest), NEW_KEYS, List.of(revoked)), KEYS)))
        .containsExactly(IssueCode.KEY_REVOKED);
    assertThat(codes(offer(then, entry(3, Optional.of(digest), NEW_KEYS, List.of()), NEW_KEYS)))
        .containsExactly(IssueCode.DIRECTORY_ROLLED_BACK);
    assertThat(codes(offer(then, entry(3, Optional.of(digest), KEYS, List.of(revoked)), NEW_KEYS)))
        .containsExactly(IssueCode.KEY_REVOKED);
  }

  @Test
  void anEntryThatSpeaksOfAnotherPartysNodeIsRefused() {
    NodeRecord other = node("XB", KEYS);
    DirectoryEntry entry =
        new DirectoryEntry(
            XA, 1, Optional.empty(), AT, List.of(node("XA", KEYS), other), List.of(), List.of());

    assertThat(
            codes(
                Directory.EMPTY.decide(
                    new Directory.Offered(entry, FIRST_DIGEST, KEYS),
                    Optional.of(KEYS.fingerprint()))))
        .containsExactly(IssueCode.DIRECTORY_CONTRADICTS);
  }

  @Test
  void theSameEntryAgainIsTakenQuietly() {
    assertThat(
            codes(KNOWN.decide(new Directory.Offered(FIRST, FIRST_DIGEST, KEYS), Optional.empty())))
        .isEmpty();
  }

  @Test
  void aFingerprintIsReadOutInTwelveGroupsOfFive() {
    Digest fingerprint = KEYS.fingerprint();
    String spoken = Fingerprints.spoken(fingerprint);

    assertThat(spoken).matches("([0-9]{5} ){11}[0-9]{5}");
    assertThat(Fingerprints.matches(spoken.replace(" ", "-"), fingerprint)).contains(true);
    assertThat(Fingerprints.matches(spoken, NEW_KEYS.fingerprint())).contains(false);
    assertThat(Fingerprints.matches("12345", fingerprint)).isEmpty();
    assertThat(Fingerprints.spoken(new Digest("0".repeat(63) + "7"))).endsWith("00000 00007");
  }

  @Test
  void theHealthOfKeysIsSaidBeforeTheyRunOut() {
    NodeRecord node = node("XA", KEYS);
    Revocation revoked = new Revocation(KEYS.fingerprint(), AT, "lost");

    assertThat(KeyHealth.of(node, List.of(), AT)).isEqualTo(KeyHealth.SOUND);
    assertThat(KeyHealth.of(node, List.of(), AT.plusSeconds(6 * 86_400)))
        .isEqualTo(KeyHealth.RUNNING_OUT);
    assertThat(KeyHealth.of(node, List.of(), AT.plusSeconds(7 * 86_400)))
        .isEqualTo(KeyHealth.NOTHING_TO_SEAL_TO);
    assertThat(KeyHealth.of(node, List.of(revoked), AT)).isEqualTo(KeyHealth.REVOKED);
  }

  @Test
  void dutyHoursLastIntoTheNextDayInTheOfficesOwnZone() {
    DutyHours night =
        new DutyHours(
            ZoneId.of("Europe/Vienna"),
            List.of(
                new DutyHours.Window(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))));

    assertThat(night.coverAt(Instant.parse("2026-11-22T20:59:59Z"))).isFalse();
    assertThat(night.coverAt(Instant.parse("2026-11-22T21:00:00Z"))).isTrue();
    assertThat(night.coverAt(Instant.parse("2026-11-23T04:59:59Z"))).isTrue();
    assertThat(night.coverAt(Instant.parse("2026-11-23T05:00:00Z"))).isFalse();
  }

  private static Checked<Directory.Offered> offer(
      Directory directory, DirectoryEntry entry, SigningCertificates signer) {
    return directory.decide(
        new Directory.Offered(entry, Octets.of("other " + entry.number()).digest(), signer),
        Optional.empty());
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }

  private static DirectoryEntry entry(
      long number, Optional<Digest> previous, SigningCertificates keys, List<Revocation> revoked) {
    return new DirectoryEntry(
        XA, number, previous, AT, List.of(node("XA", keys)), List.of(), revoked);
  }

  private static NodeRecord node(String party, SigningCertificates keys) {
    SealingKeys week =
        new SealingKeys(
            "2026-W47", Octets.of("ecdh"), Octets.of("kem"), AT, AT.plusSeconds(7 * 86_400));
    return new NodeRecord(
        new NodeId(new Party(party), "csirt"),
        keys,
        Octets.of("tls"),
        Octets.of(new byte[32]),
        List.of(week),
        List.of(OfficeKind.TECHNICAL),
        List.of());
  }

  private static SigningCertificates certificates(String name) {
    return new SigningCertificates(Octets.of(name + " ecdsa"), Octets.of(name + " ml-dsa"));
  }
}
