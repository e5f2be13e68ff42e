package org.parley.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.table.Registers.cell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single cells say. */
class CellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40000|40000",
        "40 000|40000",
        "40\u00a0000|40000",
        "40'000|40000",
        "1,234,567|1234567",
        "1.234.567|1234567",
        "1.1E7|11000000",
        "1.5 million|1500000",
        "12 тыс.|12000",
        "2 Mio|2000000",
        "10-50|{from: 10, to: 50}",
        "10 – 50|{from: 10, to: 50}",
        "100 bis 200|{from: 100, to: 200}",
        "<500|{from: 0, to: 499}",
        "≤ 500|{from: 0, to: 500}",
        ">500|{from: 501}",
        "500+|{from: 500}",
        "3000 people|3000",
        "0|0",
      })
  void countsAreReadAsPeopleWriteThem(String text, String said) {
    assertThat(cell(text, "fact: usersAffected, ignore: [people]")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234|AMBIGUOUS Col: \"1,234\" is 1234, or 1 and a fraction",
        "1.234|AMBIGUOUS Col: \"1.234\" is 1234, or 1 and a fraction",
        "2 billion|AMBIGUOUS Col: a billion is 10^9 in some languages and 10^12 in others",
        "2.5|NOT_UNDERSTOOD Col: 2.5 is no whole number",
        "-4|NOT_UNDERSTOOD Col: -4 is below nought",
        "1,23,456|NOT_UNDERSTOOD Col: \"1,23,456\" is no number",
        "~500|NOT_UNDERSTOOD Col: \"~500\" is no number",
        "about 500|NOT_UNDERSTOOD Col: \"about 500\" is no number",
        "500 servers|NOT_UNDERSTOOD Col: \"servers\" stands beside the number and is not known",
        "1e40|NOT_UNDERSTOOD Col: 10000000000000000000000000000000000000000 is more than can be stated",
        "99999999999|NOT_UNDERSTOOD Col: 99999999999 is more than can be stated",
        "50-10|CONTRADICTION Col: \"50-10\" ends before it begins",
        "Quantity[1000, \"People\"]|NOT_UNDERSTOOD Col: \"Quantity[1000, \"People\"]\" is no number",
        "Quantity[1.1*^7, \"People\"]|NOT_UNDERSTOOD Col: \"Quantity[1.1*^7, \"People\"]\" is no number",
      })
  void whatIsNoClearCountIsTold(String text, String told) {
    assertThat(cell(text, "fact: usersAffected")).isEqualTo(told);
  }

  @Test
  void theMappingSaysWhichSignStandsBeforeDecimals() {
    assertThat(cell("1.234", "fact: usersAffected", "decimals: comma\n")).isEqualTo("1234");
    assertThat(cell("1.234,5", "fact: loss, currency: EUR", "decimals: comma\n"))
        .isEqualTo("1234.5 EUR");
    assertThat(cell("1,234", "fact: loss, currency: EUR", "decimals: comma\n"))
        .isEqualTo("{from: 1.23 EUR, to: 1.24 EUR}");
    assertThat(cell("12", "fact: usersAffected, unit: thousand")).isEqualTo("12000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|PT30H",
        "30 h|PT30H",
        "1.5|PT1H30M",
        "2 d 6 h|PT54H",
        "2 Tage, 6 Stunden|PT54H",
        "90 minutes|PT1H30M",
        "PT30H|PT30H",
        "3 недели|P21D",
        "1:30|AMBIGUOUS Col: \"1:30\" is hours and minutes, or minutes and seconds",
        "long|NOT_UNDERSTOOD Col: \"long\" is no duration",
        "3 moons|NOT_UNDERSTOOD Col: \"moons\" is no unit of time",
      })
  void durationsAreReadInTheUnitOfTheColumnOrTheirOwn(String text, String said) {
    assertThat(cell(text, "fact: downtime, unit: h")).isEqualTo(said);
  }

  @Test
  void aNumberWithoutAUnitIsNoDuration() {
    assertThat(cell("30", "fact: downtime"))
        .isEqualTo("AMBIGUOUS Col: a number without a unit is no duration");
  }

  @Test
  void anAmountWithoutACurrencyIsNoMoney() {
    assertThat(cell("350000", "fact: loss"))
        .isEqualTo("KEPT_AS_IS Col: the amount has no currency: an amount without one is no money");
    assertThat(cell("350000", "fact: loss, currency: EUR")).isEqualTo("350000 EUR");
    assertThat(cell("EUR 350 000", "fact: loss")).isEqualTo("350000 EUR");
    assertThat(cell("€1.5 million", "fact: loss")).isEqualTo("1500000 EUR");
    assertThat(cell("$5", "fact: loss")).startsWith("AMBIGUOUS Col: \"$5\" has a sign");
    assertThat(cell("$5", "fact: loss", "symbols: {\"$\": CAD}\n")).isEqualTo("5 CAD");
    assertThat(cell("5 USD", "fact: loss, currency: EUR"))
        .isEqualTo("CONTRADICTION Col: the cell says USD, and beside it stands EUR");
    assertThat(cell("free", "fact: loss, currency: EUR"))
        .isEqualTo("NOT_UNDERSTOOD Col: \"free\" is no amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 %|30 of 100",
        "12.5%|25 of 200",
        "0.3|3 of 10",
        "3 of 7|3 of 7",
        "130 %|NOT_UNDERSTOOD Col: a share lies between nought and one",
        "half|NOT_UNDERSTOOD Col: \"half\" is no share",
      })
  void sharesKeepPartAndWhole(String text, String said) {
    assertThat(cell(text, "fact: systemsShare")).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02|{from: 2026-03-01T23:00:00Z, to: 2026-03-02T22:59:59Z}",
        "2026-03-02T02:50:00Z|2026-03-02T02:50:00Z",
        "2026-03-02 02:50|{from: 2026-03-02T01:50:00Z, to: 2026-03-02T01:50:59Z}",
        "2026-03-02T02:50:10|2026-03-02T01:50:10Z",
        "2026-03|{from: 2026-02-28T23:00:00Z, to: 2026-03-31T21:59:59Z}",
        "25.12.2026|{from: 2026-12-24T23:00:00Z, to: 2026-12-25T22:59:59Z}",
        "12/25/2026 14:00|{from: 2026-12-25T13:00:00Z, to: 2026-12-25T13:00:59Z}",
        "05/05/2026|{from: 2026-05-04T22:00:00Z, to: 2026-05-05T21:59:59Z}",
        "03/04/2026|AMBIGUOUS Col: \"03/04/2026\" is day and month, or month and day;"
            + " say in the mapping which comes first",
        "13/04/26|AMBIGUOUS Col: \"13/04/26\" does not give the century;"
            + " say in the mapping how dates are written",
        "31/04/2026|NOT_UNDERSTOOD Col: \"31/04/2026\" is a date that does not exist",
        "2026-03-29 02:30|NOT_UNDERSTOOD Col: \"2026-03-29 02:30\" was skipped by the clocks in Europe/Madrid",
        "2026-10-25 02:30|{from: 2026-10-25T00:30:00Z, to: 2026-10-25T01:30:59Z}",
        "last spring|NOT_UNDERSTOOD Col: \"last spring\" is no date",
        "DateObject[{2009, 10, 21}, \"Day\"]|NOT_UNDERSTOOD Col: \"DateObject[{2009, 10, 21}, \"Day\"]\" is no date",
      })
  void datesAreDaysInTheZoneOfTheRegister(String text, String said) {
    assertThat(cell(text, "fact: occurredAt", "zone: Europe/Madrid\n")).isEqualTo(said);
  }

  @Test
  void datesAreReadAsTheMappingSays() {
    assertThat(cell("03/04/2026", "fact: occurredAt", "zone: UTC\ndates: day-first\n"))
        .isEqualTo("{from: 2026-04-03T00:00:00Z, to: 2026-04-03T23:59:59Z}");
    assertThat(cell("03/04/2026", "fact: occurredAt", "zone: UTC\ndates: month-first\n"))
        .isEqualTo("{from: 2026-03-04T00:00:00Z, to: 2026-03-04T23:59:59Z}");
    assertThat(
            cell(
                "3 Mar 2026 14h05",
                "fact: occurredAt, format: \"d MMM uuuu HH'h'mm\"",
                "zone: UTC\n"))
        .isEqualTo("{from: 2026-03-03T14:05:00Z, to: 2026-03-03T14:05:59Z}");
    assertThat(cell("3.3.2026", "fact: occurredAt, format: \"dd/MM/uuuu\""))
        .isEqualTo("NOT_UNDERSTOOD Col: \"3.3.2026\" is not written as dd/MM/uuuu");
  }

  @Test
  void withoutAZoneADateIsTheRangeOfAllZones() {
    assertThat(cell("2026-03-02", "fact: occurredAt"))
        .isEqualTo("{from: 2026-03-01T10:00:00Z, to: 2026-03-03T11:59:59Z}");
  }

  @Test
  void theThreeKindsOfEmptyAreToldApart() {
    String words = "words: {empty: [\"-\"], unknown: [unknown, \"?\"], notApplicable: [n/a]}\n";

    assertThat(cell("", "fact: usersAffected", words)).isEmpty();
    assertThat(cell(" - ", "fact: usersAffected", words)).isEmpty();
    assertThat(cell("Unknown", "fact: usersAffected", words))
        .isEqualTo("{unknown: \"the register says \\\"Unknown\\\"\"}");
    assertThat(cell("N/A", "fact: usersAffected", words))
        .isEqualTo("{notApplicable: \"the register says \\\"N/A\\\"\"}");
  }

  @Test
  void wordsOfTheRegisterAreTranslatedByTheMapping() {
    String values =
        "fact: actorClass, values: {Crime: criminal, State: {oneOf: [apt, apt-targeted]}, ?: {unknown: not said}}";

    assertThat(cell("crime", values)).isEqualTo("criminal");
    assertThat(cell("State", values)).isEqualTo("{oneOf: [apt, apt-targeted]}");
    assertThat(cell("hacktivist", values)).isEqualTo("hacktivist");
    assertThat(cell("nobody", values))
        .isEqualTo("NOT_UNDERSTOOD Col: \"nobody\" is none of the options");
  }

  @Test
  void setsAreReadItemByItem() {
    String sectors = "fact: sectors, separator: \";\", values: {Bank: [banking], Strom: [energy]}";

    assertThat(cell("Bank; Strom;health", sectors)).isEqualTo("[energy, banking, health]");
    assertThat(cell("Bank; Zoo", sectors))
        .startsWith("{includes: [banking], mayInclude: [energy, nuclear")
        .endsWith(
            "NOT_UNDERSTOOD Col: \"Zoo\" is none of the options and stands not in the mapping");
    assertThat(cell("Zoo", sectors)).startsWith("NOT_UNDERSTOOD");
    assertThat(cell("ES / PT", "fact: countriesAffected, separator: /")).isEqualTo("[ES, PT]");
    assertThat(cell("Texas", "fact: countriesAffected"))
        .isEqualTo("NOT_UNDERSTOOD Col: \"Texas\" is no code and stands not in the mapping");
  }

  @Test
  void textIsKeptWithItsLines() {
    assertThat(cell("two\nlines", "fact: narrative")).isEqualTo("\"two\\nlines\"");
  }
}
