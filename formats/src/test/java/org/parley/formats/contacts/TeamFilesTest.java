package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Party;

/// Files of other directories, written for this test in the shape of the real ones.
class TeamFilesTest {

  private static final String TEAM =
      """
      [{"official_name": "Birch Energy CERT", "short_name": "BEC",
        "country": {"code": "XB", "name": "Birch"}, "established": "2016-11-01",
        "postal_address": "Birch Street 1\\n1010 Birch",
        "constituency": {"types": ["CIIP"], "asns": [64500], "domains": ["*.xb.example"]},
        "business_hours": "08:00 to 18:00 Monday to Friday",
        "business_hours_timezone": "Europe/Berlin",
        "pgp_keys": [{"fingerprint": "945C 2808 4340 505C 36CC FA6B CA51 9536 60F3 B29B",
                      "expires": "2022-03-19"}],
        "phones": [{"usage": ["voice"], "number": "+999 1 505", "timezone": "Europe/Berlin"},
                   {"usage": ["voice", "emergency"], "number": "+999 1 505"},
                   {"usage": ["fax"], "number": "+999 1 506", "comments": "Not a secure fax"}],
        "emails": [{"address": "team@birch.example", "usage": ["contact"]},
                   {"address": "not an address", "usage": ["other"]}],
        "representatives": [{"full_name": "A Person"}]}]
      """;

  private static List<Offer> read(String text, String name) {
    return TeamFiles.read(text.getBytes(StandardCharsets.UTF_8), name).orThrow();
  }

  @Test
  void aTeamOfTrustedIntroducerBecomesAnOfficeAndTellsWhatIsLost() {
    Offer offer = read(TEAM, "teams.json").getFirst();
    Contact contact = offer.contact();

    assertThat(offer.state()).contains("XB");
    assertThat(contact.naming().name()).isEqualTo("Birch Energy CERT");
    assertThat(contact.reach().channels())
        .extracting(Channel::means)
        .containsExactly(
            Channel.Means.DUTY_PHONE, Channel.Means.FAX, Channel.Means.MAIL, Channel.Means.OTHER);
    assertThat(contact.reach().channels().get(1).mayCarry()).isEqualTo("Not a secure fax");
    assertThat(contact.reach().keys().getFirst().expires()).isPresent();
    assertThat(contact.watch().remarks()).contains("08:00 to 18:00");
    assertThat(contact.watch().always()).isFalse();
    assertThat(offer.lost())
        .extracting(Offer.Loss::field)
        .contains("established", "constituency.asns.0", "mail");
    assertThat(offer.lost())
        .filteredOn(each -> each.why() == Offer.Why.PERSON)
        .allMatch(each -> each.value().isEmpty())
        .hasSize(1);
  }

  @Test
  void nothingOfARecordVanishesUntold() {
    Offer offer =
        read(
                """
                {"official_name": "A", "short_name": "B", "new-field": {"deep": ["x-17"]}}
                """,
                "teams.json")
            .getFirst();

    assertThat(offer.lost()).extracting(Offer.Loss::value).containsExactly("x-17");
  }

  @Test
  void aTeamOfFirstIsRead() {
    Offer offer =
        read(
                """
                {"status": "OK", "data": [{"short-team-name": "BC", "official-team-name": "Birch",
                 "country-code": "XB", "phone-numbers": ["+999 1"], "email": "a@b.example",
                 "website": ["https://b.example"], "operating-hours": "24/7",
                 "-first-member-type": "full", "postal-address": "Street 1"}]}
                """,
                "first.json")
            .getFirst();

    assertThat(offer.contact().watch().always()).isTrue();
    assertThat(offer.contact().reach().channels()).hasSize(3);
    assertThat(offer.lost()).extracting(Offer.Loss::field).containsExactly("-first-member-type");
  }

  @Test
  void anOrganisationAndAPersonOfCerebrateAreReadAsOffices() {
    List<Offer> offers =
        read(
            """
            [{"uuid": "u", "name": "Birch CERT", "nationality": "Birch", "sector": "gov",
              "meta_fields": [{"field": "phone-emergency", "value": "+999-2"},
                              {"field": "oes-coverage", "value": "all"}]},
             {"uuid": "v", "email": "duty@b.example", "first_name": "Ada", "last_name": "Person",
              "position": "Duty officer"}]
            """,
            "cerebrate.json");

    assertThat(offers.get(0).contact().reach().channels())
        .extracting(Channel::means)
        .containsExactly(Channel.Means.DUTY_PHONE);
    assertThat(offers.get(0).lost()).extracting(Offer.Loss::value).contains("all", "oes-coverage");
    assertThat(offers.get(1).contact().naming().name()).isEqualTo("Duty officer");
    assertThat(offers.get(1).lost())
        .filteredOn(each -> each.why() == Offer.Why.PERSON)
        .hasSize(2)
        .allMatch(each -> each.value().isEmpty());
  }

  @Test
  void whatIsNoDirectoryIsRefused() {
    for (String text :
        List.of(
            "{}", "[]", "[1, 2]", "{\"a\": 1", "hello", "a,b\n1,2\n", "BEGIN:VCARD\nFN:x", "")) {
      assertThat(TeamFiles.read(text.getBytes(StandardCharsets.UTF_8), "x"))
          .as(text)
          .isInstanceOf(Checked.Refused.class);
    }
  }

  private static ContactSheet sheet(Contact... contacts) {
    TreeMap<Integer, Contact> all = new TreeMap<>();
    for (Contact contact : contacts) {
      all.put(contact.number(), contact);
    }
    return new ContactSheet(
        new Party("XB"),
        all,
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void ourOwnTablesComeBackAsTheyWentButForDeputies() {
    ContactSheet sheet = sheet(Samples.small(), Samples.full());
    byte[] csv =
        OfficeTable.csv(List.of(new OfficeTable.Sourced(sheet, "held")))
            .getBytes(StandardCharsets.UTF_8);
    byte[] xlsx =
        SpreadsheetFile.of(
                "directory", OfficeTable.rows(List.of(new OfficeTable.Sourced(sheet, "held"))))
            .toArray();

    for (byte[] file : List.of(csv, xlsx)) {
      List<Offer> offers = TeamFiles.read(file, "directory").orThrow();
      assertThat(offers).extracting(Offer::state).containsOnly(Optional.of("XB"));
      assertThat(offers.get(0).contact()).isEqualTo(Samples.small());
      Contact full = Samples.full();
      assertThat(offers.get(1).contact())
          .isEqualTo(
              new Contact(
                  1,
                  full.kind(),
                  full.naming(),
                  full.reach(),
                  full.watch(),
                  full.validity(),
                  List.of()));
      assertThat(offers.get(1).lost()).extracting(Offer.Loss::field).containsExactly("deputies");
    }
  }

  @Test
  void aTeamOfTheDirectoryOfFirstIsRead() {
    Offer offer =
        read(
                """
                {"status": "OK", "data": [{"first-id": "7", "team": "BC", "team-full": "Birch",
                 "country": "XB", "phone": ["+999-1"], "phone-emergency": "+999-2",
                 "timezone": "Europe/Vienna", "operating-hours": "24/7"}]}
                """,
                "first.json")
            .getFirst();

    assertThat(offer.contact().naming().shortName()).isEqualTo("BC");
    assertThat(offer.contact().watch().always()).isTrue();
    assertThat(offer.contact().watch().hours().zone().getId()).isEqualTo("Europe/Vienna");
    assertThat(offer.contact().reach().channels())
        .extracting(Channel::means)
        .containsExactly(Channel.Means.DUTY_PHONE, Channel.Means.PHONE);
    assertThat(offer.lost()).extracting(Offer.Loss::field).containsExactly("first-id");
  }
}
