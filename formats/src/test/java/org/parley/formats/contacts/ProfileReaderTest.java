package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Party;

/// Profiles after RFC 2350, written for this test in the shape that teams give them.
class ProfileReaderTest {

  private static final String PROFILE =
      """
      -----BEGIN PGP SIGNED MESSAGE-----
      Birch Energy CERT, description after RFC 2350

      Contents
      1. Document Information
      1.1 Date of Last Update ........ 1
      2.1 Name of the Team ........... 1

      1. Document Information
      1.1. Date of Last Update
      Version 1.02, 2026-01-10
      2. Contact Information
      2.1. Name of the Team
      Full name: Birch Energy CERT
      Short Name: BEC
      2.2. Address
      Attn. A. Person
      1 Birch Street
      10000 Birch
      2.3. Time Zone
      We work in CET/CEST (Europe/Vienna).
      2.4. Telephone Number
      +999 1 505 6416 (office hours)
      +999 1 505 6417 (emergency, at any hour)
      Ask the exchange for 12.
      2.5. Facsimile Number
      None available.
      2.7. Electronic Mail Address
      Reports to team(at)birch(dot)example, all else to office@birch.example.
      2.8. Public Keys and Other Encryption Information
      Key ID: 0xCA51953660F3B29B
      Fingerprint: 945C 2808 4340 505C 36CC  FA6B CA51 9536 60F3 B29B, expires 2027-03-19
      -----BEGIN PGP PUBLIC KEY BLOCK-----
      2.9 mQINBFz1iHQBEADD
      -----END PGP PUBLIC KEY BLOCK-----
      2.9. Team Members
      The team is led by A. Person.
      2.10. Other Information
      See https://birch.example/cert for more.
      2.11. Points of Customer Contact
      Monday 08:00-17:00
      Write rather than ring.
      3. Charter
      3.1. Mission Statement
      To help the energy sector.
      3.2. Constituency
      Operators of the grid.
      3.4. Authority
      By decree.
      7. Disclaimers
      Errors may occur.
      -----BEGIN PGP SIGNATURE-----
      iQIzBAEBCgAdFiEE
      -----END PGP SIGNATURE-----
      """;

  private static List<Offer> read(String text) {
    return TeamFiles.read(text.getBytes(StandardCharsets.UTF_8), "rfc2350.txt").orThrow();
  }

  @Test
  void whatIsUnmistakableIsTakenFromAProfileMadeForPeople() {
    List<Offer> offers = read(PROFILE);
    Contact contact = offers.getFirst().contact();

    assertThat(offers).as("a table of contents is no team").hasSize(1);
    assertThat(contact.naming().name()).isEqualTo("Birch Energy CERT");
    assertThat(contact.naming().shortName()).isEqualTo("BEC");
    assertThat(contact.naming().task())
        .isEqualTo("To help the energy sector.\nOperators of the grid.");
    assertThat(contact.reach().address()).isEqualTo("1 Birch Street\n10000 Birch");
    assertThat(contact.watch().hours().zone().getId()).isEqualTo("Europe/Vienna");
    assertThat(contact.watch().hours().windows()).hasSize(1);
    assertThat(contact.watch().remarks()).isEqualTo("Write rather than ring.");
    assertThat(contact.reach().channels())
        .extracting(each -> each.means() + " " + each.value())
        .containsExactly(
            "PHONE +999 1 505 6416",
            "DUTY_PHONE +999 1 505 6417",
            "MAIL team@birch.example",
            "MAIL office@birch.example",
            "WEB https://birch.example/cert");
    assertThat(contact.reach().keys())
        .containsExactly(
            new KeyNote(
                KeyNote.Scheme.OPENPGP,
                "945C28084340505C36CCFA6BCA51953660F3B29B",
                Optional.of(LocalDate.of(2027, 3, 19))));
  }

  @Test
  void everyOtherSentenceIsNamedAsLostAndWhoLeadsATeamIsNotShown() {
    List<Offer.Loss> lost = read(PROFILE).getFirst().lost();

    assertThat(lost)
        .extracting(Offer.Loss::value)
        .anyMatch(each -> each.startsWith("Version 1.02"))
        .anyMatch(each -> each.equals("Ask the exchange for 12."))
        .anyMatch(each -> each.startsWith("Key ID: 0xCA51"))
        .anyMatch(each -> each.contains("BEGIN PGP PUBLIC KEY BLOCK"))
        .anyMatch(each -> each.contains("BEGIN PGP SIGNATURE"))
        .anyMatch(each -> each.equals("By decree."))
        .anyMatch(each -> each.startsWith("Errors may occur."))
        .noneMatch(each -> each.contains("Person"));
    assertThat(lost)
        .filteredOn(each -> each.why() == Offer.Why.PERSON)
        .extracting(Offer.Loss::field)
        .containsExactly("Address", "Team Members");
  }

  @Test
  void aProfileInMarkdownIsReadTheSame() {
    StringBuilder markdown = new StringBuilder();
    for (String line : PROFILE.split("\n")) {
      markdown.append(line.matches("[1-9]\\.[0-9]+\\. .*") ? "### " + line : line).append('\n');
    }

    assertThat(read(markdown.toString()).getFirst().contact())
        .isEqualTo(read(PROFILE).getFirst().contact());
  }

  @Test
  void ourOwnProfilesComeBackButForMarkingsDeputiesHolidaysAndDays() {
    List<Offer> offers = read(own("EXERCISE"));
    Contact full = Samples.full();
    Contact back = offers.getLast().contact();

    assertThat(offers).hasSize(2).allMatch(Offer::exercise);
    assertThat(offers).extracting(Offer::state).containsOnly(Optional.of("Birch"));
    assertThat(offers.getFirst().contact().watch().always()).isTrue();
    assertThat(back.naming()).isEqualTo(full.naming());
    assertThat(back.reach().keys()).isEqualTo(full.reach().keys());
    assertThat(back.reach().languages()).isEqualTo(full.reach().languages());
    assertThat(back.reach().address()).isEqualTo(full.reach().address());
    assertThat(back.watch().hours()).isEqualTo(full.watch().hours());
    assertThat(back.watch().remarks()).isEqualTo(full.watch().remarks());
    assertThat(back.reach().channels())
        .extracting(Channel::value)
        .containsExactlyElementsOf(full.reach().channels().stream().map(Channel::value).toList());
    assertThat(offers.getLast().lost())
        .extracting(Offer.Loss::field)
        .containsExactly(
            "Date of last update",
            "Whose word this is",
            "Co-operation, interaction and disclosure of information");
    assertThat(read(own(""))).noneMatch(Offer::exercise);
  }

  private static String own(String exercise) {
    TreeMap<Integer, Contact> all = new TreeMap<>();
    all.put(1, Samples.small());
    all.put(3, Samples.full());
    ContactSheet sheet =
        new ContactSheet(
            new Party("XB"),
            all,
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return TeamProfile.of(sheet, "Birch", "held", exercise, Instant.EPOCH);
  }

  @Test
  void aTextThatNamesNoTeamIsNoProfile() {
    for (String text :
        List.of(
            "1. Document information\n1.1 Date of last update\n2026",
            "2.1 Name of the team\n2.7 Electronic mail address\n",
            "1.1 Milk\n1.2 Bread\n")) {
      assertThat(TeamFiles.read(text.getBytes(StandardCharsets.UTF_8), "x"))
          .as(text)
          .isInstanceOf(Checked.Refused.class);
    }
  }
}
