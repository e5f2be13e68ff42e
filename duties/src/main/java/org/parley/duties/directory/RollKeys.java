package org.parley.duties.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.core.directory.SealingKeys;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Books;
import org.parley.duties.port.KeyRing;
import org.parley.duties.record.Journal;

/// Makes the sealing keys of this week and the next, and destroys those whose time is long over:
/// what was sealed to them nobody can open any more.
///
/// Each week's keys may be sealed to for two weeks, so that a counterpart that missed one entry of
/// the directory still reaches us. They are destroyed thirty days after that, when no parcel sealed
/// to them can still be on its way.
public final class RollKeys {

  private static final Duration SEALED_TO = Duration.ofDays(14);
  private static final Duration OFFLINE_WINDOW = Duration.ofDays(30);

  private final KeyRing ring;

  public RollKeys(KeyRing ring) {
    this.ring = ring;
  }

  /// The keys that the directory shall name from now on, oldest first.
  public List<SealingKeys> run(Books books, Instant now) {
    destroy(books, now);
    List<SealingKeys> named = new ArrayList<>();
    Instant monday = monday(now);
    ring.create(period(monday), monday, monday.plus(SEALED_TO));
    Instant next = monday.plus(Duration.ofDays(7));
    ring.create(period(next), next, next.plus(SEALED_TO));
    for (SealingKeys keys : ring.held()) {
      if (keys.until().isAfter(now)) {
        named.add(keys);
      }
    }
    return List.copyOf(named);
  }

  private void destroy(Books books, Instant now) {
    for (SealingKeys keys : ring.held()) {
      if (keys.until().plus(OFFLINE_WINDOW).isBefore(now)) {
        ring.destroy(keys.period());
        books.change(book ->
            new Journal(book)
                .add(EntryKind.KEY_DESTROYED, new Realm.Real(), now, keys.ecdh().digest()));
      }
    }
  }

  private static Instant monday(Instant now) {
    ZonedDateTime day = now.atZone(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC);
    return day.minusDays(day.getDayOfWeek().getValue() - 1L).toInstant();
  }

  private static String period(Instant monday) {
    ZonedDateTime day = monday.atZone(ZoneOffset.UTC);
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        .toUpperCase(Locale.ROOT);
  }
}
