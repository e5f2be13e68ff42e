package org.parley.formats.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.formats.contacts.TeamRecords.Form;

/// What goes out to another directory comes back from it, but for what it has no field for.
class TeamRecordsTest {

  private static TeamRecords.Named sheet() {
    TreeMap<Integer, Contact> all = new TreeMap<>();
    all.put(1, Samples.small());
    all.put(3, Samples.full());
    return new TeamRecords.Named(
        new ContactSheet(
            new Party("XB"),
            all,
            new TreeMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        "Birch");
  }

  private static List<Offer> there(Form form, String exercise) {
    Octets file = TeamRecords.of(form, List.of(sheet()), exercise);
    return TeamFiles.read(file.toArray(), form.word() + ".json").orThrow();
  }

  private static String text(Octets bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void everyOfficeIsThereUnderItsNameAndState(Form form) {
    List<Offer> offers = there(form, "");

    assertThat(offers)
        .extracting(each -> each.contact().naming().name())
        .containsExactly("Ministry", Samples.full().naming().name());
    assertThat(offers).extracting(Offer::state).containsOnly(Optional.of("XB"));
    assertThat(offers).noneMatch(Offer::exercise);
    assertThat(offers.getFirst().contact().watch().always()).isTrue();
    assertThat(offers.getLast().contact().naming().shortName()).isEqualTo("GOV-CERT");
    assertThat(offers.getLast().contact().reach().address())
        .isEqualTo(Samples.full().reach().address());
  }

  @Test
  void trustedIntroducerKeepsKeysAndFaxButNoPage() {
    Contact back = there(Form.TRUSTED_INTRODUCER, "").getLast().contact();
    Contact full = Samples.full();

    assertThat(back.reach().keys()).isEqualTo(full.reach().keys());
    assertThat(back.reach().channels())
        .extracting(Channel::means)
        .containsExactly(Channel.Means.DUTY_PHONE, Channel.Means.FAX, Channel.Means.MAIL);
    assertThat(back.reach().channels().getFirst().mayCarry()).isEqualTo("TLP:GREEN");
    assertThat(back.watch().hours()).isEqualTo(full.watch().hours());
    assertThat(back.watch().remarks()).isEqualTo(full.watch().remarks());
  }

  @Test
  void firstKeepsPagesButNeitherKeysNorFax() {
    Contact back = there(Form.FIRST, "").getLast().contact();

    assertThat(back.reach().keys()).isEmpty();
    assertThat(back.reach().channels())
        .extracting(Channel::means)
        .containsExactlyInAnyOrder(Channel.Means.DUTY_PHONE, Channel.Means.MAIL, Channel.Means.WEB);
    assertThat(back.naming().task()).isEqualTo(Samples.full().naming().task());
    assertThat(back.watch().hours()).isEqualTo(Samples.full().watch().hours());
  }

  @Test
  void cerebrateKeepsKeysWithoutTheirLastDay() {
    Contact back = there(Form.CEREBRATE, "").getLast().contact();

    assertThat(back.reach().keys())
        .extracting(KeyNote::expires)
        .containsExactly(Optional.<LocalDate>empty());
    assertThat(back.reach().channels())
        .extracting(Channel::value)
        .containsExactlyInAnyOrder(
            "+999-1-555-0100", "duty@csirt.example", "https://csirt.example/");
    assertThat(there(Form.CEREBRATE, "").getFirst().contact().kind())
        .isEqualTo(ContactKind.HANDLES_INCIDENTS);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void recordsOfAnExerciseSayItBeforeEachNameAndAreKnownAgain(Form form) {
    String text = text(TeamRecords.of(form, List.of(sheet()), "EXERCISE"));

    assertThat(text).contains("\"EXERCISE Ministry\"");
    assertThat(there(form, "EXERCISE")).allMatch(Offer::exercise);
    assertThat(there(form, "EXERCISE").getFirst().contact().naming().name()).isEqualTo("Ministry");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void aDirectoryInWhichNothingIsKeptIsAnEmptyList(Form form) {
    assertThat(text(TeamRecords.of(form, List.of(), "")))
        .isEqualTo(form == Form.FIRST ? "{\"status\":\"OK\",\"data\":[]}" : "[]");
  }
}
