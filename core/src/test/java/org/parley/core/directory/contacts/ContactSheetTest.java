package org.parley.core.directory.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;

class ContactSheetTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Party STATE = new Party("XB");
  private static final Actor OFFICER =
      new Actor(
          new UUID(1, 2),
          Set.of(Role.POLICY_OFFICER),
          OfficeId.parse("XA/policy"),
          Optional.empty());
  private static final Channel MAIL =
      new Channel(Channel.Means.MAIL, "duty@csirt.example", "", Optional.empty());

  private static Contact contact(int number, String name, Channel channel, KeyNote... keys) {
    return new Contact(
        number,
        ContactKind.TECHNICAL,
        new Contact.Naming(name, "", "", ""),
        new Contact.Reach(List.of(channel), List.of(keys), List.of("en"), ""),
        new Watch(true, new DutyHours(ZoneId.of("UTC"), List.of()), new TreeMap<>(), List.of(), ""),
        Contact.Validity.ALWAYS,
        List.of());
  }

  private static KeyNote key(LocalDate expires) {
    return new KeyNote(KeyNote.Scheme.OPENPGP, "AB".repeat(20), Optional.of(expires));
  }

  private static ContactSheet after(ContactSheet sheet, SheetDeed deed) {
    return sheet.after(SheetDecision.decide(sheet, deed, OFFICER, NOW).orThrow());
  }

  private static SheetDeed put(Contact contact) {
    return new SheetDeed.Put(contact, Optional.empty());
  }

  @Test
  void anOfficeIsWrittenDownStruckOutAndTakenInAgainUnderItsNumber() {
    ContactSheet one = after(ContactSheet.blank(STATE), put(contact(1, "CSIRT", MAIL)));
    ContactSheet gone = after(one, new SheetDeed.Drop(1, "merged"));
    ContactSheet back = after(gone, new SheetDeed.PutBack(1));

    assertThat(gone.contacts()).isEmpty();
    assertThat(gone.nextNumber()).isEqualTo(2);
    assertThat(back.contact(1)).isEqualTo(one.contact(1));
    assertThat(back.events()).hasSize(3);
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsField() {
    Contact bad =
        new Contact(
            1,
            ContactKind.POLICY,
            new Contact.Naming(" ", "", "x".repeat(41), ""),
            new Contact.Reach(
                List.of(MAIL, new Channel(Channel.Means.PHONE, "ring me", "", Optional.empty())),
                List.of(new KeyNote(KeyNote.Scheme.OPENPGP, "12", Optional.empty())),
                List.of("English please"),
                ""),
            contact(1, "x", MAIL).watch(),
            new Contact.Validity(Optional.of(TODAY), Optional.of(TODAY.minusDays(1))),
            List.of(7));

    List<Issue> issues =
        SheetDecision.decide(ContactSheet.blank(STATE), put(bad), OFFICER, NOW).issues();

    assertThat(issues)
        .extracting(each -> each.place().document())
        .containsExactlyInAnyOrder(
            "name", "short", "languages", "channel-2", "key-1", "until", "deputies");
  }

  @Test
  void whatSaysTheSameAsBeforeIsNotWritten() {
    ContactSheet one = after(ContactSheet.blank(STATE), put(contact(1, "CSIRT", MAIL)));

    Checked<SheetEvent> again =
        SheetDecision.decide(one, put(contact(1, "CSIRT", MAIL)), OFFICER, NOW);

    assertThat(again.issues()).extracting(Issue::code).containsExactly(IssueCode.NOTHING_CHANGED);
  }

  @Test
  void aConfirmationHoldsForAYear() {
    ContactSheet one = after(ContactSheet.blank(STATE), put(contact(1, "CSIRT", MAIL)));
    ContactSheet confirmed = after(one, new SheetDeed.Confirm());

    assertThat(confirmed.confirmed()).contains(NOW);
    assertThat(confirmed.confirmBy()).contains(Instant.parse("2027-11-22T10:00:00Z"));
    assertThat(
            SheetDecision.decide(ContactSheet.blank(STATE), new SheetDeed.Confirm(), OFFICER, NOW))
        .isInstanceOf(Checked.Refused.class);
  }

  @Test
  void keysWarnAtNinetyThirtyAndSevenDays() {
    assertThat(Expiry.of(Optional.of(TODAY.plusDays(91)), TODAY)).isEqualTo(Expiry.SOUND);
    assertThat(Expiry.of(Optional.of(TODAY.plusDays(90)), TODAY)).isEqualTo(Expiry.WITHIN_90_DAYS);
    assertThat(Expiry.of(Optional.of(TODAY.plusDays(30)), TODAY)).isEqualTo(Expiry.WITHIN_30_DAYS);
    assertThat(Expiry.of(Optional.of(TODAY.plusDays(7)), TODAY)).isEqualTo(Expiry.WITHIN_7_DAYS);
    assertThat(Expiry.of(Optional.of(TODAY), TODAY)).isEqualTo(Expiry.WITHIN_7_DAYS);
    assertThat(Expiry.of(Optional.of(TODAY.minusDays(1)), TODAY)).isEqualTo(Expiry.PASSED);
    assertThat(Expiry.of(Optional.empty(), TODAY)).isEqualTo(Expiry.NOT_SAID);
  }

  @Test
  void aPointOfContactWithoutASecureWayIsAnAlarm() {
    Contact plain = contact(1, "CSIRT", MAIL);
    Contact expired = contact(1, "CSIRT", MAIL, key(TODAY.minusDays(1)));
    Contact sound = contact(1, "CSIRT", MAIL, key(TODAY.plusDays(200)));
    Contact terminal =
        contact(
            1,
            "CSIRT",
            new Channel(Channel.Means.PROTECTED, "network station 12", "", Optional.empty()));

    assertThat(Alarm.of(plain, false, NOW)).contains(Alarm.NOT_SECURELY_REACHABLE);
    assertThat(Alarm.of(expired, false, NOW))
        .contains(Alarm.NOT_SECURELY_REACHABLE, Alarm.KEY_PASSED);
    assertThat(Alarm.of(plain, true, NOW)).doesNotContain(Alarm.NOT_SECURELY_REACHABLE);
    assertThat(Alarm.of(sound, false, NOW)).containsExactly(Alarm.NO_DEPUTY);
    assertThat(Alarm.of(terminal, false, NOW)).doesNotContain(Alarm.NOT_SECURELY_REACHABLE);
  }
}
