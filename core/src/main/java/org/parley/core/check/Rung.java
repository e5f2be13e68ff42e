package org.parley.core.check;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeKind;

/// A rung of the ladder of communication checks, from a machine's receipt to an answer by another
/// way. A proposal of ours, adopted by no OSCE body; the times are what is proposed where a check
/// says nothing else.
public enum Rung {
  /// The node takes it in by two ways and says so; no person does anything.
  NODE("ck-0", Duration.ofHours(24)),
  /// The office repeats the word of the check.
  OFFICE_HOURS("ck-1a", Duration.ofHours(24)),
  /// The officer on duty repeats it, at any hour and unannounced.
  DUTY_OFFICER("ck-1b", Duration.ofMinutes(60)),
  /// Both offices of a State answer, and one of them at least repeats the word.
  JOINT("ck-1c", Duration.ofHours(48)),
  /// The office fills an early notice from a card.
  FORM("ck-2a", Duration.ofHours(24)),
  /// The office offers assistance, or says that it offers none.
  ASSISTANCE("ck-2b", Duration.ofHours(24)),
  /// The office repeats the word by another way than the sealed one.
  OTHER_WAY("ck-2c", Duration.ofHours(4));

  private final String word;
  private final Duration within;

  Rung(String word, Duration within) {
    this.word = word;
    this.within = within;
  }

  /// As item 1 of format C2 writes it.
  public String word() {
    return word;
  }

  /// The time proposed for the answer.
  public Duration within() {
    return within;
  }

  /// The offices that a check of this rung asks, where it asks for certain ones.
  public Optional<Set<OfficeKind>> offices() {
    return switch (this) {
      case DUTY_OFFICER -> Optional.of(Set.of(OfficeKind.TECHNICAL));
      case JOINT -> Optional.of(Set.of(OfficeKind.POLICY, OfficeKind.TECHNICAL));
      case NODE, OFFICE_HOURS, FORM, ASSISTANCE, OTHER_WAY -> Optional.empty();
    };
  }

  /// Whether its question goes by a second way besides the first.
  public boolean goesByTwoWays() {
    return this == NODE;
  }

  /// Whether a contact outside the node, written down by an officer, can count.
  public boolean countsByHand() {
    return switch (this) {
      case OFFICE_HOURS, DUTY_OFFICER, OTHER_WAY -> true;
      case NODE, JOINT, FORM, ASSISTANCE -> false;
    };
  }

  public static Optional<Rung> parse(String word) {
    for (Rung rung : values()) {
      if (rung.word.equals(word)) {
        return Optional.of(rung);
      }
    }
    return Optional.empty();
  }
}
