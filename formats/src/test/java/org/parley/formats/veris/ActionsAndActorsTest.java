package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.formats.veris.Records.report;
import static org.parley.formats.veris.Records.said;
import static org.parley.formats.veris.Records.source;

import org.junit.jupiter.api.Test;

/** Who did what: actions, types of incident, actors, intent. */
class ActionsAndActorsTest {
  private static final String STOLEN = "'action':{'hacking':{'variety':['Use of stolen creds']}}";

  @Test
  void actionsBecomeIncidentTypes() {
    assertThat(said("'action':{'social':{'variety':['Phishing']}}"))
        .containsEntry("incidentTypes", "[phishing]")
        .containsEntry("malicious", "established")
        .containsEntry("rootCause", "malicious-action");
    assertThat(said("'action':{'malware':{'variety':['Ransomware']}}"))
        .containsEntry("incidentTypes", "[infected-system, unauthorised-information-modification]")
        .containsEntry("extortion", "yes")
        .containsEntry("destruction", "{from: non-critical-system, to: critical-system}")
        .containsEntry("unauthorisedAccess", "successful");
  }

  @Test
  void whatTheActionLeavesOpenIsPossibleAndNoMore() {
    assertThat(said(STOLEN))
        .containsEntry(
            "incidentTypes",
            "{includes: [], mayInclude: [privileged-account-compromise,"
                + " unprivileged-account-compromise]}");
    assertThat(said("'action':{'error':{'variety':['Loss','Misdelivery']}}"))
        .containsEntry("incidentTypes", "[data-loss, data-leak]");
  }

  @Test
  void anErrorIsNotMalicious() {
    assertThat(said("'action':{'error':{'variety':['Misconfiguration']}}"))
        .containsEntry("malicious", "no")
        .containsEntry("misconfiguration", "yes")
        .containsEntry("rootCause", "human-error")
        .doesNotContainKeys("extortion", "unauthorisedAccess");
  }

  @Test
  void natureActsWithoutAnActor() {
    assertThat(
            said(
                "'action':{'environmental':{'variety':['Flood']}},"
                    + "'actor':{'external':{'variety':['Force majeure']}}"))
        .containsEntry("rootCause", "natural-phenomenon")
        .containsEntry("actorClass", "none")
        .containsEntry("malicious", "no");
  }

  @Test
  void theGravestOfSeveralActionsCounts() {
    assertThat(said("'action':{'error':{'variety':['Loss']},'physical':{'variety':['Theft']}}"))
        .containsEntry("malicious", "established")
        .containsEntry("rootCause", "{oneOf: [human-error, malicious-action]}");
  }

  @Test
  void anUnknownActionLeavesEverythingOpen() {
    assertThat(said("'action':{'unknown':{}}"))
        .containsEntry("malicious", "{unknown: the source leaves it open}")
        .containsEntry("incidentTypes", "{unknown: the source leaves it open}")
        .containsEntry("rootCause", "{unknown: the source leaves it open}");
  }

  @Test
  void aValueOfNoVersionIsToldAndTakenAsUnknown() {
    String fields = "'action':{'error':{'variety':['Cosmic rays']}}";

    assertThat(said(fields)).containsEntry("incidentTypes", "{unknown: the source leaves it open}");
    assertThat(report(fields))
        .containsExactly(
            "NOT_UNDERSTOOD action.error.variety \"Cosmic rays\" is no value of VERIS 1.3 to 1.4;"
                + " taken as unknown");
  }

  @Test
  void versionsAndSpellingsOfOneValueAreTheSame() {
    for (String variety : new String[] {"Ram scraper", "RAM scraper", " ram SCRAPER "}) {
      assertThat(said("'action':{'malware':{'variety':['" + variety + "']}}"))
          .containsEntry("incidentTypes", "[infected-system, unauthorised-information-access]");
    }
    assertThat(said("'action':{'hacking':{'variety':'MitM'}}"))
        .isEqualTo(said("'action':{'hacking':{'variety':['AitM']}}"))
        .isEqualTo(said("'action':{'hacking':{'variety':{'AitM':true,'SQLi':false}}}"));
  }

  @Test
  void anActorForAStateIsTargetedOnlyIfTheSourceSaysSo() {
    String actor = "'actor':{'external':{'variety':['Nation-state']}}";

    assertThat(said(actor)).containsEntry("actorClass", "{oneOf: [apt, apt-targeted]}");
    assertThat(said(actor + ",'targeted':'Targeted'")).containsEntry("actorClass", "apt-targeted");
    assertThat(said(actor + ",'targeted':'Opportunistic'")).containsEntry("actorClass", "apt");
    assertThat(source(actor, "actorClass")).isEqualTo("veris actor.external.variety");
  }

  @Test
  void severalActorsAreOneOfThem() {
    assertThat(said("'actor':{'external':{'variety':['Activist','Organized crime']}}"))
        .containsEntry("actorClass", "{oneOf: [hacktivist, criminal]}");
    assertThat(
            said(
                STOLEN
                    + ",'actor':{'external':{'variety':['Activist']},'internal':{'motive':['Grudge']}}"))
        .containsEntry("actorClass", "{oneOf: [hacktivist, witting-insider]}");
  }

  @Test
  void anUnknownOutsiderIsStillNoInsider() {
    assertThat(said("'actor':{'external':{'variety':['Unknown']}}"))
        .containsEntry("actorClass", "{oneOf: [hacktivist, criminal, apt, apt-targeted]}");
  }

  @Test
  void anUnknownActorIsUnknown() {
    assertThat(said("'actor':{'unknown':{'notes':'x'}}"))
        .containsEntry("actorClass", "{unknown: the source leaves it open}");
  }

  @Test
  void insidersWhoErrAreUnwitting() {
    String insider = "'actor':{'internal':{'variety':['End-user']}}";

    assertThat(said(insider + ",'action':{'error':{'variety':['Loss']}}"))
        .containsEntry("actorClass", "unwitting-insider");
    assertThat(said(insider + ",'action':{'misuse':{'variety':['Privilege abuse']}}"))
        .containsEntry("actorClass", "witting-insider");
    assertThat(said(insider + "," + STOLEN + ",'targeted':'NA'"))
        .containsEntry("actorClass", "witting-insider");
    assertThat(
            said(
                "'actor':{'internal':{'motive':['NA']}},'action':{'physical':{'variety':['Theft']}}"))
        .containsEntry("actorClass", "unwitting-insider");
  }

  @Test
  void whetherMisuseIsMaliciousTheMotiveTells() {
    String misuse = "'action':{'misuse':{'variety':['Knowledge abuse']}},'actor':{'internal':";

    assertThat(said(misuse + "{'motive':['Financial','Unknown']}}"))
        .containsEntry("malicious", "established");
    assertThat(said(misuse + "{'motive':['Convenience']}}")).containsEntry("malicious", "no");
    assertThat(said(misuse + "{'motive':['Fun']}}"))
        .containsEntry("malicious", "{unknown: the source leaves it open}")
        .containsEntry("rootCause", "{oneOf: [human-error, malicious-action]}");
  }

  @Test
  void whereASupplierActedAloneAThirdPartyMayHaveFailed() {
    String error = "'action':{'error':{'variety':['Loss']}},'actor':{'partner':{'motive':['NA']}";

    assertThat(said(error + "}"))
        .containsEntry("rootCause", "{oneOf: [human-error, third-party-failure]}");
    assertThat(said(error + ",'external':{'variety':['Unknown']}}"))
        .containsEntry("rootCause", "human-error");
  }

  @Test
  void whereAnActorComesFromIsNeverTakenOver() {
    String fields =
        "'actor':{'external':{'variety':['Activist'],'country':['XX'],'name':['Somebody'],"
            + "'region':['150151']}}";

    assertThat(said(fields)).containsOnlyKeys("actorClass");
    assertThat(report(fields))
        .containsExactlyInAnyOrder(
            "KEPT_AS_IS actor.external.country: where an actor is said to come from stays in the"
                + " source and is never taken over",
            "KEPT_AS_IS actor.external.region: where an actor is said to come from stays in the"
                + " source and is never taken over",
            "KEPT_AS_IS actor.external.name: names and prose about actors stay in the source");
  }

  @Test
  void aSuspectedIncidentHasNoEstablishedIntent() {
    String fields = STOLEN + ",'security_incident':'Suspected'";

    assertThat(said(fields))
        .containsEntry("malicious", "suspected")
        .containsEntry("unauthorisedAccess", "{unknown: the source leaves it open}");
    assertThat(source(fields, "malicious")).isEqualTo("veris action.hacking, security_incident");
    assertThat(
            said(
                fields
                    + ",'attribute':{'confidentiality':{'data_disclosure':'Yes','data_total':9,"
                    + "'data':[{'variety':'Secrets'}]}}"))
        .containsEntry("dataCompromised", "{includes: [], mayInclude: [trade-secret]}")
        .containsEntry("recordsAffected", "{from: 0, to: 9}")
        .containsEntry("dataPropertiesLost", "{unknown: the source leaves it open}");
  }

  @Test
  void whatOnlyHackingCanHaveDisclosedWasReached() {
    String hacked =
        "'attribute':{'confidentiality':{'data_disclosure':'Yes'}},'action':{'hacking':"
            + "{'variety':['SQLi']}";

    assertThat(said(hacked + "}")).containsEntry("unauthorisedAccess", "successful");
    assertThat(said(hacked + ",'error':{'variety':['Gaffe']}}"))
        .containsEntry("unauthorisedAccess", "{from: attempted, to: successful}");
  }

  @Test
  void anOutageWithoutMaliceIsNoDenialOfService() {
    String down = "'attribute':{'availability':{'variety':['Interruption']}},'action':{";

    assertThat(said(down + "'error':{'variety':['Malfunction']}}").get("incidentTypes"))
        .contains("outage")
        .doesNotContain("dos");
    assertThat(said(down + "'hacking':{'variety':['DoS']}}"))
        .containsEntry("incidentTypes", "{includes: [], mayInclude: [dos, ddos]}");
  }

  @Test
  void aNearMissCompromisedNothing() {
    assertThat(said(STOLEN + ",'security_incident':'Near miss'"))
        .containsEntry("unauthorisedAccess", "attempted")
        .containsEntry("dataCompromised", "[]")
        .containsEntry("dataExfiltrated", "[]")
        .containsEntry("dataPropertiesLost", "[]")
        .containsEntry("recordsAffected", "0");
  }

  @Test
  void aNearMissWithADisclosureIsAContradictionAndBothStand() {
    String fields =
        "'security_incident':'Near miss','attribute':{'confidentiality':{'data_disclosure':'Yes',"
            + "'data':[{'variety':'Medical'}]}}";

    assertThat(said(fields))
        .containsEntry("dataCompromised", "[personal, special-category] | []")
        .doesNotContainKey("recordsAffected");
    assertThat(report(fields))
        .anyMatch(line -> line.startsWith("CONTRADICTION security_incident \"Near miss\""));
  }

  @Test
  void aFalsePositiveStatesNothing() {
    String fields = STOLEN + ",'security_incident':'False positive'";

    assertThat(said(fields)).isEmpty();
    assertThat(report(fields)).anyMatch(line -> line.startsWith("AMBIGUOUS security_incident"));
  }
}
