package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.terms.Party;

class CardsAndProfilesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static ContactSheet sheet() {
    TreeMap<Integer, Contact> all = new TreeMap<>();
    all.put(3, Samples.full());
    return new ContactSheet(
        new Party("XB"),
        all,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String cards() {
    return VCards.of(
        sheet(),
        new VCards.Wording("Birch", "EXERCISE", _ -> "Mon 08:00–17:00", "as we hold it", NOW));
  }

  @Test
  void aCardIsOfAnOrganisationInLinesOfAtMostSeventyFiveOctets() {
    String cards = cards();

    assertThat(cards).startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n");
    assertThat(cards).endsWith("END:VCARD\r\n").doesNotContain("\nN:");
    assertThat(cards.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(cards.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @Test
  void unfoldedACardSaysWhatIsKept() {
    List<String> lines = Arrays.asList(cards().replace("\r\n ", "").split("\r\n"));

    assertThat(lines)
        .contains("FN:EXERCISE Birch: Государственный центр «Берёза»")
        .contains("TEL;VALUE=uri;TYPE=\"voice,work\";PREF=1:tel:+99915550100")
        .contains("TEL;VALUE=uri;TYPE=\"fax,work\";PREF=2:tel:+99915550199")
        .contains("EMAIL;TYPE=work;PREF=3:duty@csirt.example")
        .contains("LANG;PREF=1:ru")
        .contains("TZ:Europe/Vienna")
        .contains("ADR;LABEL=\"1 Birch Street^n10000 Birch\":;;;;;;");
    assertThat(lines)
        .anyMatch(line ->
            line.startsWith("NOTE:as we hold it\\nMon 08:00–17:00")
                && line.contains("[TLP:AMBER]")
                && line.contains("0123 4567"));
  }

  @Test
  void aProfileHasTheHeadingsOfTheRfcAndInventsNothing() {
    String text = TeamProfile.of(sheet(), "Birch (fictitious)", "as we hold it", "EXERCISE", NOW);

    assertThat(text)
        .startsWith("EXERCISE\n")
        .contains("2.1 Name of the team\n    Государственный центр «Берёза»\n")
        .contains("2.5 Facsimile number\n    +999 1 555 0199\n")
        .contains("openpgp 0123 4567 89AB CDEF")
        .contains("3.4 Authority\n    Not said.\n")
        .contains("1.1 Date of last update\n    2026-11-22\n");
  }
}
