package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.Registration;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.SheetEvent;
import org.parley.core.issue.Checked;
import org.parley.core.people.Hand;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

class SheetEventsTest {

  private static SheetEvent event(SheetDeed deed) {
    return new SheetEvent(
        new Party("XB"),
        deed,
        new Hand(new UUID(1, 2), OfficeId.parse("XA/policy")),
        Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    LocalDate day = LocalDate.of(2026, 11, 1);
    for (SheetDeed deed :
        List.of(
            new SheetDeed.Put(Samples.full(), Optional.of(day)),
            new SheetDeed.Put(Samples.small(), Optional.empty()),
            new SheetDeed.Drop(3, "merged"),
            new SheetDeed.PutBack(3),
            new SheetDeed.Nominate(new Nomination("Ministry", "NV 12/26", day, Optional.empty())),
            new SheetDeed.Nominate(
                new Nomination(
                    "Ministry",
                    "NV 12/26",
                    day,
                    Optional.of(new Nomination.Filed("note.pdf", Digest.of(new byte[] {1, 2}))))),
            new SheetDeed.Register(new Registration("SEC/7", day)),
            new SheetDeed.Confirm())) {
      assertThat(SheetEvents.read(SheetEvents.write(event(deed))).orThrow()).isEqualTo(event(deed));
    }
  }

  @Test
  void otherBytesAreRefused() {
    String good =
        SheetEvents.write(event(new SheetDeed.Put(Samples.full(), Optional.empty()))).shown();
    for (String bad :
        List.of(
            "{}",
            good.replace("\"technical\"", "\"spy\""),
            good.replace("Europe/Vienna", "Europe/Nowhere"),
            good.replace("MONDAY 08:00", "MOONDAY 08:00"),
            good.replace("\"deed\":\"put\"", "\"deed\":\"lose\""),
            good.replace("\"channels\":[{", "\"channels\":[{\"more\":\"x\","),
            good.replace("2026-12-25", "2026-13-25"))) {
      assertThat(bad).isNotEqualTo(good);
      assertThat(SheetEvents.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
  }
}
