package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.terms.Party;

class CardsAndProfilesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final String PERSON =
      """
      begin:vcard
      VERSION:3.0
      N:Person;Ada;;Dr.;
      FN:Dr. Ada Person
      ORG:Birch CERT;Watch\\, night
      TITLE:Duty officer
      item1.TEL;TYPE=WORK,VOICE:+999 1 5550
      TEL;TYPE=CELL:+999 7 7777
      TEL;TYPE=fax:no number
      EMAIL;TYPE=INTERNET:duty@b.exam
       ple
      ADR;TYPE=WORK:;;Birch Street 1;Birch;;1010;XB
      PHOTO;ENCODING=b:AAAA
      BDAY:1980-01-01
      KEY:OPENPGP4FPR:945C28084340505C36CCFA6BCA51953660F3B29B
      X-SKYPE:ada
      NOTE:Mon-Fri 8-17
      garbage
      END:VCARD
      """;

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
        .contains("TEL;VALUE=uri;TYPE=\"voice,work\";X-PARLEY=duty;PREF=1:tel:+99915550100")
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
        .startsWith("RFC 2350 profile (EXERCISE): ")
        .contains("2.1 Name of the team\n    Государственный центр «Берёза»\n")
        .contains("2.5 Facsimile number\n    +999 1 555 0199\n")
        .contains("openpgp 0123 4567 89AB CDEF")
        .contains("3.4 Authority\n    Not said.\n")
        .contains("1.1 Date of last update\n    2026-11-22\n");
  }

  @Test
  void ourOwnCardsComeBackAsOfficesOfTheExerciseTheyAreOf() {
    Offer offer =
        TeamFiles.read(cards().getBytes(StandardCharsets.UTF_8), "x.vcf").orThrow().getFirst();
    Contact full = Samples.full();

    assertThat(offer.state()).contains("XB");
    assertThat(offer.exercise()).isTrue();
    assertThat(offer.contact().kind()).isEqualTo(full.kind());
    assertThat(offer.contact().naming().name()).isEqualTo(full.naming().name());
    assertThat(offer.contact().naming().shortName()).isEqualTo(full.naming().shortName());
    assertThat(offer.contact().reach().address()).isEqualTo(full.reach().address());
    assertThat(offer.contact().reach().languages()).isEqualTo(full.reach().languages());
    assertThat(offer.contact().watch().hours().zone()).isEqualTo(full.watch().hours().zone());
    assertThat(offer.contact().reach().channels())
        .extracting(Channel::means)
        .containsSubsequence(Channel.Means.DUTY_PHONE, Channel.Means.FAX, Channel.Means.MAIL);
    assertThat(offer.lost()).extracting(Offer.Loss::field).containsExactly("NOTE");
  }

  @Test
  void aCardOfAPersonGivesItsFunctionAndNothingOfThePerson() {
    Offer offer =
        TeamFiles.read(PERSON.getBytes(StandardCharsets.UTF_8), "x.vcf").orThrow().getFirst();

    assertThat(offer.exercise()).isFalse();
    assertThat(offer.state()).contains("XB");
    assertThat(offer.contact().naming().name()).isEqualTo("Duty officer, Watch, night");
    assertThat(offer.contact().reach().channels())
        .extracting(Channel::value)
        .containsExactly("+999 1 5550", "no number", "duty@b.example");
    assertThat(offer.contact().reach().address()).isEqualTo("Birch Street 1\nBirch\n1010\nXB");
    assertThat(offer.contact().reach().keys()).hasSize(1);
    assertThat(offer.contact().watch().remarks()).isEqualTo("Mon-Fri 8-17");
    assertThat(offer.lost())
        .extracting(loss -> loss.field() + " " + loss.why().word())
        .containsExactlyInAnyOrder(
            "? unreadable",
            "FN person",
            "N person",
            "TEL person",
            "fax unreadable",
            "PHOTO person",
            "BDAY person",
            "X-SKYPE no-field");
    assertThat(offer.toString()).doesNotContain("Ada").doesNotContain("7777");
    assertThat(offer.lost()).extracting(Offer.Loss::value).doesNotContain("ada");
  }
}
