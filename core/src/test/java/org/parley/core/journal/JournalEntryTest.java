package org.parley.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

class JournalEntryTest {

  private static final Digest ONE = Digest.of("one".getBytes(StandardCharsets.UTF_8));
  private static final Digest TWO = Digest.of("two".getBytes(StandardCharsets.UTF_8));
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void itsBytesAreTextThatAnybodyCanReadAndHash() {
    JournalEntry entry =
        new JournalEntry(
            EntryKind.STATEMENT_SENT, new Realm.Exercise("autumn"), AT, List.of(ONE, TWO));

    assertThat(entry.bytes().shown())
        .isEqualTo(
            """
            parley journal-entry/1
            kind statement-sent
            realm exercise:autumn
            at 2026-11-22T10:00:00Z
            digest %s
            digest %s
            """
                .formatted(ONE, TWO));
  }

  @ParameterizedTest
  @EnumSource(EntryKind.class)
  void everyKindIsReadBack(EntryKind kind) {
    JournalEntry entry = new JournalEntry(kind, new Realm.Real(), AT, List.of(ONE));

    assertThat(JournalEntry.read(entry.bytes()).orThrow()).isEqualTo(entry);
  }

  @Test
  void onlyTheVeryBytesAreAnEntry() {
    String sound =
        new JournalEntry(EntryKind.ACT, new Realm.Real(), AT, List.of(ONE)).bytes().shown();
    for (String other :
        List.of(
            "",
            "\n",
            sound + "\n",
            sound + "digest\n",
            sound.stripTrailing(),
            sound.replace("\n", "\r\n"),
            sound.replace("kind act", "kind ACT"),
            sound.replace("kind act", "kind other"),
            sound.replace("realm real", "realm exercise:"),
            sound.replace("10:00:00Z", "10:00:00.000Z"),
            sound.replace("10:00:00Z", "12:00:00+02:00"),
            sound.replace(ONE.hex(), ONE.hex().toUpperCase(Locale.ROOT)),
            sound.replace("entry/1", "entry/2"))) {
      assertThat(JournalEntry.read(Octets.of(other))).as(other).isInstanceOf(Checked.Refused.class);
    }
  }
}
