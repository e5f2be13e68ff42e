package org.parley.cli.care.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.cli.care.copy.LastBackup;
import org.parley.cli.care.doctor.Finding.Weight;
import org.parley.core.directory.SealingKeys;
import org.parley.core.terms.Octets;
import org.parley.store.care.Inspection;

/// From when on something matters.
class FindingsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void aBackupIsDueAfterADayAndMissedAfterAWeek() {
    assertThat(backup(Duration.ofHours(25))).isEqualTo(Weight.WELL);
    assertThat(backup(Duration.ofHours(27))).isEqualTo(Weight.SOON);
    assertThat(backup(Duration.ofDays(8))).isEqualTo(Weight.NOW);
  }

  private static Weight backup(Duration age) {
    LastBackup last = new LastBackup(NOW.minus(age), "/nowhere/b");
    return Doctor.backup(Optional.of(last), Path.of("node"), NOW).weight();
  }

  @Test
  void aCertificateIsToldOfNinetyAndThirtyDaysAhead() {
    assertThat(validity(Duration.ofDays(91))).isEqualTo(Weight.WELL);
    assertThat(validity(Duration.ofDays(89))).isEqualTo(Weight.SOON);
    assertThat(validity(Duration.ofDays(29))).isEqualTo(Weight.NOW);
    assertThat(validity(Duration.ofDays(-1))).isEqualTo(Weight.NOW);
  }

  private static Weight validity(Duration left) {
    return Keys.validity("a key", NOW.plus(left), NOW).weight();
  }

  @Test
  void withoutASealingKeyForTodayNobodyReachesTheNode() {
    SealingKeys keys =
        new SealingKeys(
            "2026-W47", Octets.of("a"), Octets.of("b"), NOW, NOW.plus(Duration.ofDays(7)));
    assertThat(Keys.sealing(List.of(keys), NOW.plusSeconds(1)).weight()).isEqualTo(Weight.WELL);
    assertThat(Keys.sealing(List.of(keys), NOW.plus(Duration.ofDays(9))).weight())
        .isEqualTo(Weight.NOW);
    assertThat(Keys.sealing(List.of(), NOW).weight()).isEqualTo(Weight.NOW);
  }

  @Test
  void theDiskIsTightBeforeItIsFull() {
    long mib = 1 << 20;
    assertThat(Machine.space(5000 * mib, 100 * mib).weight()).isEqualTo(Weight.WELL);
    assertThat(Machine.space(5000 * mib, 3000 * mib).weight()).isEqualTo(Weight.SOON);
    assertThat(Machine.space(900 * mib, 10 * mib).weight()).isEqualTo(Weight.SOON);
    assertThat(Machine.space(100 * mib, 10 * mib).weight()).isEqualTo(Weight.NOW);
  }

  @Test
  void aClockBehindTheJournalIsWrong() {
    assertThat(Databases.clock(NOW, Optional.of(NOW.plusSeconds(30))).weight())
        .isEqualTo(Weight.WELL);
    assertThat(Databases.clock(NOW, Optional.of(NOW.plusSeconds(90))).weight())
        .isEqualTo(Weight.NOW);
    assertThat(Databases.clock(NOW, Optional.empty()).weight()).isEqualTo(Weight.WELL);
  }

  @Test
  void whatWaitsForADayIsWrong() {
    assertThat(waiting(Duration.ofMinutes(10))).isEqualTo(Weight.WELL);
    assertThat(waiting(Duration.ofHours(2))).isEqualTo(Weight.SOON);
    assertThat(waiting(Duration.ofDays(2))).isEqualTo(Weight.NOW);
    assertThat(Databases.outbox(Optional.empty(), NOW).weight()).isEqualTo(Weight.WELL);
  }

  private static Weight waiting(Duration age) {
    return Databases.outbox(Optional.of(new Inspection.Waiting(3, NOW.minus(age))), NOW).weight();
  }

  @Test
  void anOlderJavaIsWrong() {
    assertThat(Machine.java(Runtime.Version.parse("21.0.5")).weight()).isEqualTo(Weight.NOW);
    assertThat(Machine.java(Runtime.Version.parse("25")).weight()).isEqualTo(Weight.WELL);
  }
}
