package org.parley.simulator.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;

/// A few formats with the shapes of the real family: a notice, a request, its answer, a successor.
/// What items mean is nothing to a simulator; who may follow whom is.
public final class Forms {

  static final FormatId NOTICE = new FormatId(3, 1);
  static final FormatId REQUEST = new FormatId(5, 1);
  static final FormatId ANSWER = new FormatId(6, 1);
  static final FormatId SUCCESSOR = new FormatId(13, 1);

  /// The item under which all of them say something in words.
  static final int WORDS = 1;

  private static final Set<OfficeKind> ALL = Set.of(OfficeKind.values());

  private Forms() {}

  public static Formats all() {
    return Formats.of(
        List.of(
            format(NOTICE, "notice", Format.Bond.FREE, Set.of(3, 5), false),
            format(REQUEST, "request", Format.Bond.FREE, Set.of(3, 5, 6), true),
            format(ANSWER, "answer", Format.Bond.ANSWER, Set.of(3, 5, 6, 13), false),
            format(SUCCESSOR, "successor", Format.Bond.SUCCESSOR, Set.of(), false)));
  }

  private static Format format(
      FormatId id, String key, Format.Bond bond, Set<Integer> answers, boolean request) {
    Optional<Duration> within = request ? Optional.of(Duration.ofHours(6)) : Optional.empty();
    return new Format(
        id,
        key,
        key,
        "For the simulator.",
        new Format.Use(ALL, bond, answers, request, false, within),
        List.of(
            item(WORDS, "words", ItemRule.Need.VALUE),
            item(2, "more-words", ItemRule.Need.WORD),
            item(3, Format.LEGAL_BASIS, ItemRule.Need.NONE)));
  }

  private static ItemRule item(int number, String key, ItemRule.Need need) {
    return new ItemRule(
        number, key, key, new ItemType.Text(2000), false, need, Optional.of("nothing to add"));
  }
}
