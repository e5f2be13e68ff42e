package org.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.desk.voice.ScaleVoice;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

class StateNamesTest {

  private static final Library LIBRARY = new Library(new FolderSource(Path.of("..", "library")));
  private static final Shelf GERMAN = Shelf.open(LIBRARY, "de");
  private static final Shelf ENGLISH = Shelf.open(LIBRARY, "en");

  @Test
  void aFactTellsStatesAndOptionsByTheirNames() {
    assertThat(GERMAN.fact("countriesAffected: [AT, XA]"))
        .contains("Österreich (AT)", "(XA)")
        .doesNotContain("countriesAffected");
    assertThat(ENGLISH.fact("availability: unavailable"))
        .isEqualTo("State of the service: completely unavailable");
  }

  @Test
  void aFactThatCannotBeReadStaysAsItWasWritten() {
    for (String line :
        new String[] {
          "no-such-fact: 1",
          "availability: no-such-option",
          "availability",
          "availability: unavailable\nby: somebody",
          "&a availability: *a"
        }) {
      assertThat(ENGLISH.fact(line)).isEqualTo(line);
    }
  }

  @Test
  void aStateStandsWithItsNameAndItsCodeAndWhatHasNoNameWithItsCodeAlone() {
    assertThat(GERMAN.states().coded(new Party("AT"))).isEqualTo("Österreich (AT)");
    assertThat(ENGLISH.states().coded(new Party("XA"))).isEqualTo("Alder (XA)");
    assertThat(ENGLISH.states().coded(new Party("ZZ"))).isEqualTo("ZZ");
    assertThat(ENGLISH.states().coded(new Party("secretariat"))).isEqualTo("secretariat");
  }

  @Test
  void anOfficeStandsBehindItsStateAndASecretariatByItself() {
    Party secretariat = new Party("secretariat");

    assertThat(ENGLISH.states().office(new OfficeId(new Party("XB"), OfficeKind.POLICY)))
        .isEqualTo("Birch (XB) · Policy point of contact");
    assertThat(ENGLISH.states().office(new OfficeId(secretariat, OfficeKind.SECRETARIAT)))
        .isEqualTo("Secretariat");
  }

  @Test
  void everyStateIsSuggestedByItsCodeWithItsName() {
    assertThat(ENGLISH.states().suggested())
        .containsEntry("AT", "Austria")
        .containsEntry("XA", "Alder")
        .hasSizeGreaterThan(68);
  }

  @Test
  void gradesAreToldByTheirLabelsAndUnknownWordsStayAsTheyAre() {
    EditionName name = LIBRARY.editions(new ScaleId("es", "rd-43-2021")).getLast();
    ScaleVoice voice = ENGLISH.voice(name).orElseThrow();
    String word = voice.edition().levels().mildestFirst().getLast().word();

    assertThat(voice.grade(word))
        .isEqualTo(voice.phrases().grade(voice.edition().levels().mildestFirst().getLast()))
        .isNotEqualTo(word);
    assertThat(voice.grade("unheard-of")).isEqualTo("unheard-of");
    assertThat(ENGLISH.voice(new EditionName(new ScaleId("zz", "none"), "1"))).isEmpty();
  }
}
