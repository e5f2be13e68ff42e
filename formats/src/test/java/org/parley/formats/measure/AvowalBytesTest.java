package org.parley.formats.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.measure.Avowal;
import org.parley.core.measure.AvowalEvent;
import org.parley.core.people.Hand;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

class AvowalBytesTest {

  private static final Hand HAND = new Hand(new UUID(1, 2), OfficeId.parse("XA/policy"));

  private static AvowalEvent event(AvowalEvent.Deed deed) {
    return new AvowalEvent(new Party("XA"), 8, deed, HAND, Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Avowal avowal =
        new Avowal(
            Avowal.Extent.IN_PART, "Два пункта.\nTwo \"points\".", LocalDate.of(2026, 11, 1), true);
    for (AvowalEvent event :
        List.of(
            event(new AvowalEvent.Say(avowal)),
            event(new AvowalEvent.TakeBack("")),
            event(new AvowalEvent.TakeBack("superseded")))) {
      assertThat(AvowalBytes.read(AvowalBytes.write(event)).orThrow()).isEqualTo(event);
    }
  }

  @Test
  void otherBytesAreRefused() {
    String good = AvowalBytes.write(event(new AvowalEvent.TakeBack("x"))).shown();
    for (String bad :
        List.of(
            "{}",
            good.replace("\"measure\":8", "\"measure\":17"),
            good.replace("take-back", "forget"),
            good.replace("\"XA\"", "\"secretariat\""),
            good.replace("{\"parley\"", "{\"more\":\"x\",\"parley\""),
            good.substring(1))) {
      assertThat(AvowalBytes.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
    assertThat(Optional.of(good)).isPresent();
  }
}
