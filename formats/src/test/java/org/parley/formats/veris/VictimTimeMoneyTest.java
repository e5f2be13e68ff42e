package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.veris.Records.report;
import static org.parley.formats.veris.Records.said;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was hit, when, and at what cost. */
class VictimTimeMoneyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "622110 | [health]",
        "62     | {includes: [], mayInclude: [health, emergency-services, other]}",
        "621910 | [health, emergency-services]",
        "52     | {includes: [], mayInclude: [banking, financial-markets, other]}",
        "522110 | {includes: [banking], mayInclude: [financial-markets]}",
        "923140 | {includes: [public-administration], mayInclude: [health]}",
        "221113 | [energy, nuclear]",
        "62-1111| [health]",
        "000    | {unknown: the source leaves it open}",
        "000000 | {unknown: the source leaves it open}",
      })
  void theLongestBeginningOfTheIndustryCodeGivesTheSector(String code, String sectors) {
    assertThat(said("'victim':{'industry':'" + code + "'}")).containsEntry("sectors", sectors);
  }

  @Test
  void aRangeOfIndustryCodesHoldsWhatAllOfThemHold() {
    assertThat(said("'victim':{'industry':'31-33'}"))
        .containsEntry(
            "sectors",
            "{includes: [manufacturing], mayInclude: [energy, health, space, chemicals, food,"
                + " defence-industry]}");
  }

  @Test
  void whatIsNoIndustryCodeIsToldAndLeavesTheSectorOpen() {
    for (String code : new String[] {"9", "99", "hospital", "6221101", "1a"}) {
      String fields = "'victim':{'industry':'" + code + "'}";
      assertThat(said(fields)).containsEntry("sectors", "{unknown: the source leaves it open}");
      assertThat(report(fields))
          .anyMatch(line -> line.startsWith("NOT_UNDERSTOOD victim.industry"));
    }
  }

  @Test
  void theBandOfEmployeesGivesTheSizeOrLeavesIt() {
    String others =
        "local-government, regional-government, central-government, essential-service,"
            + " national-security, population-at-large]}";

    assertThat(said("'victim':{'employee_count':'1001 to 10000'}"))
        .containsEntry("victimClasses", "{includes: [large-organisation], mayInclude: [" + others);
    assertThat(said("'victim':{'employee_count':'1 to 10'}"))
        .containsEntry("victimClasses", "{includes: [small-organisation], mayInclude: [" + others);
    assertThat(said("'victim':{'employee_count':'11 to 100'}"))
        .containsEntry(
            "victimClasses",
            "{includes: [], mayInclude: [small-organisation, medium-organisation, " + others);
    assertThat(said("'victim':{'employee_count':'Unknown'}"))
        .containsEntry(
            "victimClasses",
            "{includes: [], mayInclude: [small-organisation, medium-organisation,"
                + " large-organisation, "
                + others);
  }

  @Test
  void theLevelOfGovernmentAndNationalSecurityAreClassesToo() {
    assertThat(said("'victim':{'government':['Federal'],'industry':'928110'}"))
        .hasEntrySatisfying(
            "victimClasses",
            classes ->
                assertThat(classes)
                    .startsWith("{includes: [central-government, national-security]"));
    assertThat(said("'victim':{'government':['NA']}").get("victimClasses"))
        .doesNotContain("government");
  }

  @Test
  void statesAreTakenAndThereMayBeMore() {
    assertThat(said("'victim':{'country':['US','ca']}"))
        .containsEntry("countriesAffected", "{includes: [CA, US], mayInclude: anything}");
    assertThat(said("'victim':{'country':'GB'}"))
        .containsEntry("countriesAffected", "{includes: [GB], mayInclude: anything}");
    assertThat(said("'victim':{'country':['Unknown']}"))
        .containsEntry("countriesAffected", "{unknown: the source does not say where}");
    assertThat(report("'victim':{'country':['UK']}"))
        .containsExactly("NOT_UNDERSTOOD victim.country \"UK\" is no code of ISO 3166");
  }

  @Test
  void furtherVictimsCountBesideTheFirst() {
    assertThat(said("'victim':{'secondary':{'amount':100}}"))
        .containsEntry("organisationsAffected", "{from: 101}");
  }

  @Test
  void aDateKnownInPartIsTheRangeOfAllThatItCanMeanInAnyZone() {
    assertThat(said("'timeline':{'incident':{'year':2016}}"))
        .containsEntry("occurredAt", "{from: 2015-12-31T10:00:00Z, to: 2017-01-01T11:59:59Z}");
    assertThat(said("'timeline':{'incident':{'year':2016,'month':2}}"))
        .containsEntry("occurredAt", "{from: 2016-01-31T10:00:00Z, to: 2016-03-01T11:59:59Z}");
    assertThat(said("'timeline':{'incident':{'year':2016,'month':2,'day':29}}"))
        .containsEntry("occurredAt", "{from: 2016-02-28T10:00:00Z, to: 2016-03-01T11:59:59Z}");
    assertThat(
            said("'timeline':{'incident':{'year':2016,'month':2,'day':29,'time':'05:45:00 PM'}}"))
        .containsEntry("occurredAt", "{from: 2016-02-29T03:45:00Z, to: 2016-03-01T05:45:00Z}");
  }

  @Test
  void anImpossibleDayIsToldAndTheMonthIsKept() {
    String fields = "'timeline':{'incident':{'year':2018,'month':2,'day':29}}";

    assertThat(said(fields))
        .containsEntry("occurredAt", "{from: 2018-01-31T10:00:00Z, to: 2018-03-01T11:59:59Z}");
    assertThat(report(fields))
        .containsExactly(
            "CONTRADICTION timeline.incident.day: 2018-02 has no day 29; only the month is used");
  }

  @Test
  void badPartsOfADateCostOnlyThemselves() {
    assertThat(said("'timeline':{'incident':{'year':2018,'month':13,'day':1}}"))
        .containsEntry("occurredAt", "{from: 2017-12-31T10:00:00Z, to: 2019-01-01T11:59:59Z}");
    assertThat(said("'timeline':{'incident':{'year':1960,'month':1}}"))
        .doesNotContainKey("occurredAt");
    assertThat(report("'timeline':{'incident':{'year':1960,'month':1}}")).hasSize(2);
    assertThat(report("'timeline':{'incident':{'year':2016,'month':2,'day':1,'time':'13:00 PM'}}"))
        .containsExactly("NOT_UNDERSTOOD timeline.incident.time \"13:00 PM\" is no time of day");
  }

  @Test
  void discoveryCountsFromTheCompromise() {
    String began = "'timeline':{'incident':{'year':2014,'month':5,'day':24}";

    assertThat(said(began + ",'compromise':{'unit':'NA'},'discovery':{'unit':'Days','value':3}}"))
        .containsEntry("undetectedFor", "P3D")
        .containsEntry("detectedAt", "{from: 2014-05-26T10:00:00Z, to: 2014-05-28T11:59:59Z}");
    assertThat(said(began + ",'discovery':{'unit':'Days','value':3}}"))
        .containsEntry("undetectedFor", "P3D")
        .containsEntry("detectedAt", "{from: 2014-05-26T10:00:00Z}");
    assertThat(
            said(
                began
                    + ",'compromise':{'unit':'Hours','value':2},'discovery':{'unit':'Months','value':1.5}}"))
        .containsEntry("undetectedFor", "{from: P42D, to: PT1116H}");
  }

  @Test
  void aUnitWithoutValueIsAnOrderOfMagnitude() {
    assertThat(said("'timeline':{'discovery':{'unit':'Hours'}}"))
        .containsEntry("undetectedFor", "{from: PT1H, to: P7D}");
    assertThat(said("'timeline':{'discovery':{'unit':'Unknown'}}")).isEmpty();
    assertThat(report("'timeline':{'discovery':{'unit':'Never'}}"))
        .containsExactly(
            "KEPT_AS_IS timeline.discovery.unit \"Never\": the source itself gives no span");
    assertThat(report("'timeline':{'discovery':{'value':3}}"))
        .containsExactly("NOT_UNDERSTOOD timeline.discovery.value \"3\" has no unit");
    assertThat(report("'timeline':{'discovery':{'unit':'Fortnights','value':3}}")).hasSize(2);
  }

  @Test
  void containedIsNotYetResolved() {
    assertThat(
            said(
                "'timeline':{'incident':{'year':2017,'month':11,'day':10},"
                    + "'containment':{'unit':'Minutes','value':30}}"))
        .containsEntry("resolvedAt", "{from: 2017-11-09T10:30:00Z}");
  }

  @Test
  void anAmountWithoutACurrencyIsNoMoney() {
    assertThat(said("'impact':{'overall_amount':327804}")).isEmpty();
    assertThat(report("'impact':{'overall_amount':327804}"))
        .containsExactly(
            "KEPT_AS_IS impact.overall_amount has no currency: an amount without one is no money");
    assertThat(said("'impact':{'overall_amount':327804,'iso_currency_code':'USD'}"))
        .containsEntry("loss", "327804 USD");
    assertThat(said("'impact':{'overall_amount':1,'iso_currency_code':'XBT'}")).isEmpty();
    assertThat(said("'victim':{'revenue':{'iso_currency_code':'USD'}}")).isEmpty();
    assertThat(said("'victim':{'revenue':{'amount':5050000,'iso_currency_code':'usd'}}"))
        .containsEntry("turnover", "5050000 USD");
  }

  @Test
  void rangesAndSumsOfLossesAreKeptAsRanges() {
    assertThat(
            said(
                "'impact':{'iso_currency_code':'GBP','overall_min_amount':10,'overall_max_amount':20.005}"))
        .containsEntry("loss", "{from: 10 GBP, to: 20.01 GBP}");
    assertThat(said("'impact':{'iso_currency_code':'GBP','loss':[{'amount':10},{'min_amount':5}]}"))
        .containsEntry("loss", "{from: 15 GBP}");
    assertThat(
            report(
                "'impact':{'iso_currency_code':'GBP','overall_min_amount':30,'overall_max_amount':20}"))
        .anyMatch(line -> line.startsWith("CONTRADICTION"));
  }

  @Test
  void extraordinaryAmountsAreKeptAndFlagged() {
    String fields = "'impact':{'overall_amount':1000000000000,'iso_currency_code':'USD'}";

    assertThat(said(fields)).containsEntry("loss", "1000000000000 USD");
    assertThat(report(fields))
        .containsExactly(
            "AMBIGUOUS impact.overall_amount \"1000000000000\" is out of the ordinary; check it in"
                + " the source");
  }
}
