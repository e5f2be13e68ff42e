package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.veris.Records.report;
import static org.parley.formats.veris.Records.said;

import org.junit.jupiter.api.Test;

/** What was compromised: data, records, availability, integrity. */
class DataTest {
  private static String disclosure(String said, String rest) {
    return "'attribute':{'confidentiality':{'data_disclosure':'" + said + "'" + rest + "}}";
  }

  private static final String MEDICAL = ",'data':[{'variety':'Medical'}],'data_total':1000";

  @Test
  void aConfirmedDisclosureMakesTheKindsOfDataCertain() {
    assertThat(said(disclosure("Yes", MEDICAL)))
        .containsEntry("dataCompromised", "[personal, special-category]")
        .containsEntry("recordsAffected", "1000")
        .containsEntry(
            "dataPropertiesLost",
            "{includes: [confidentiality], mayInclude: [integrity, availability, authenticity]}");
  }

  @Test
  void disclosedIsNotYetTakenAway() {
    assertThat(said(disclosure("Yes", MEDICAL)))
        .containsEntry(
            "dataExfiltrated", "{includes: [], mayInclude: [personal, special-category]}");
    assertThat(
            said(
                disclosure("Yes", MEDICAL)
                    + ",'action':{'hacking':{'variety':['SQLi'],'result':['Exfiltrate']}}"))
        .containsEntry("dataExfiltrated", "[personal, special-category]")
        .containsEntry("unauthorisedAccess", "successful")
        .containsEntry("activityStage", "effect");
  }

  @Test
  void aPossibleDisclosureMakesThemPossible() {
    assertThat(said(disclosure("Potentially", MEDICAL)))
        .containsEntry(
            "dataCompromised", "{includes: [], mayInclude: [personal, special-category]}")
        .containsEntry(
            "dataExfiltrated", "{includes: [], mayInclude: [personal, special-category]}")
        .containsEntry("recordsAffected", "{from: 0, to: 1000}")
        .containsEntry("dataPropertiesLost", "{unknown: the source leaves it open}")
        .doesNotContainKey("dataCompromiseSuspected");
  }

  @Test
  void aPossibleDisclosureOfUnknownDataIsASuspicion() {
    assertThat(said(disclosure("Potentially", ",'data':[{'variety':'Unknown'}]")))
        .containsEntry("dataCompromiseSuspected", "yes")
        .containsEntry("dataCompromised", "{unknown: the source does not say which data}");
  }

  @Test
  void aDeniedDisclosureTookNothingAwayAndLeavesTheRestOpen() {
    assertThat(said(disclosure("No", "")))
        .containsEntry("dataExfiltrated", "[]")
        .containsEntry(
            "dataPropertiesLost",
            "{includes: [], mayInclude: [integrity, availability, authenticity]}")
        .doesNotContainKey("dataCompromised");
  }

  @Test
  void anUnknownDisclosureIsNotAZero() {
    assertThat(said(disclosure("Unknown", "")))
        .containsEntry("dataCompromised", "{unknown: the source does not say which data}")
        .containsEntry("dataExfiltrated", "{unknown: the source does not say which data}")
        .doesNotContainKey("recordsAffected");
  }

  @Test
  void anUnknownKindBesideAKnownOneLeavesMorePossible() {
    assertThat(said(disclosure("Yes", ",'data':[{'variety':'Secrets'},{'variety':'Other'}]")))
        .containsEntry(
            "dataCompromised",
            "{includes: [trade-secret], mayInclude: [personal, behavioural, financial,"
                + " special-category, proprietary, critical-system, core-credentials]}");
  }

  @Test
  void amountsOfSingleKindsGiveTheLeastThatWasHit() {
    String data = ",'data':[{'variety':'Bank','amount':290},{'variety':'Personal','amount':777}]";

    assertThat(said(disclosure("Yes", data))).containsEntry("recordsAffected", "{from: 777}");
  }

  @Test
  void anAmountAboveTheTotalIsAContradiction() {
    String data = ",'data':[{'variety':'Personal','amount':5033678}],'data_total':4833678";

    assertThat(said(disclosure("Yes", data))).containsEntry("recordsAffected", "4833678");
    assertThat(report(disclosure("Yes", data)))
        .containsExactly(
            "CONTRADICTION attribute.confidentiality.data.amount names 5033678 records of one"
                + " kind, more than the 4833678 of attribute.confidentiality.data_total");
  }

  @Test
  void whatIsNoNumberOfRecordsIsTold() {
    for (String total : new String[] {"-5", "1.5", "'many'", "1e99", "200000000000"}) {
      assertThat(said(disclosure("Yes", ",'data_total':" + total)))
          .doesNotContainKey("recordsAffected");
      assertThat(report(disclosure("Yes", ",'data_total':" + total)))
          .anyMatch(line -> line.startsWith("NOT_UNDERSTOOD attribute.confidentiality.data_total"));
    }
    assertThat(said(disclosure("Yes", ",'data_total':1.2e10")))
        .containsEntry("recordsAffected", "12000000000");
  }

  @Test
  void aLargeBreachRatedInsignificantIsShownAsAContradiction() {
    String fields =
        disclosure("Yes", ",'data_total':57000000")
            + ",'impact':{'overall_rating':'Insignificant'}";

    assertThat(said(fields)).containsEntry("recordsAffected", "57000000");
    assertThat(report(fields))
        .contains(
            "CONTRADICTION impact.overall_rating \"Insignificant\" does not fit a recordsAffected"
                + " of 1000000 or more");
    assertThat(report(fields.replace("57000000", "999999")))
        .noneMatch(line -> line.startsWith("CONTRADICTION"));
  }

  @Test
  void aLostAssetIsNoOutage() {
    String fields =
        "'attribute':{'availability':{'variety':['Loss'],'duration':{'unit':'Months','value':8}}}";

    assertThat(said(fields))
        .containsEntry("availability", "{unknown: the source leaves it open}")
        .doesNotContainKey("downtime");
    assertThat(report(fields))
        .containsExactly(
            "KEPT_AS_IS attribute.availability.duration: how long an asset was lost is not how long"
                + " a service was down");
  }

  @Test
  void anInterruptionIsDowntime() {
    assertThat(
            said(
                "'attribute':{'availability':{'variety':['Interruption'],"
                    + "'duration':{'unit':'Hours','value':30}}}"))
        .containsEntry("downtime", "PT30H")
        .containsEntry("availability", "{from: degraded, to: unavailable}");
    assertThat(
            said(
                "'attribute':{'availability':{'variety':['Degradation'],"
                    + "'duration':{'unit':'Hours','value':24}}}"))
        .containsEntry("limitedAvailability", "PT24H")
        .containsEntry("availability", "{from: degraded, to: partly-unavailable}")
        .doesNotContainKey("downtime");
  }

  @Test
  void alteredDataLoseIntegrityAndAlteredSystemsMay() {
    assertThat(said("'attribute':{'integrity':{'variety':['Defacement']}}"))
        .containsEntry("incidentTypes", "[unauthorised-information-modification]")
        .containsEntry(
            "dataPropertiesLost",
            "{includes: [integrity], mayInclude: [confidentiality, availability, authenticity]}");
    assertThat(said("'attribute':{'integrity':{'variety':['Software installation']}}"))
        .doesNotContainKeys("dataPropertiesLost", "activityStage");
    assertThat(
            said(
                "'attribute':{'integrity':{'variety':['Software installation']}},"
                    + "'action':{'malware':{'variety':['Trojan']}}"))
        .containsEntry("activityStage", "{from: presence, to: effect}");
  }
}
