package org.parley.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.formats.library.Texts;
import org.parley.formats.parley.Shipped;
import org.parley.formats.table.Proposal.Confidence;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.Grids;

/** What is proposed for registers that nobody has described yet. */
class ProposerTest {
  private static final List<Map<String, String>> TEXTS =
      List.of("en", "fr", "de", "it", "ru", "es").stream()
          .map(language -> Texts.of(Shipped.parsed("facts/labels/" + language + ".yaml").tree()))
          .toList();

  private static final String GERMAN =
      """
      Meldungen 2026;;;;;;
      Aktenzeichen;Datum;Ausfalldauer (Stunden);Betroffene Nutzer;Schaden;Währung;Sektor
      B-1;25.03.2026;30;1.234.567;350.000,50;EUR;Gesundheit
      B-2;04.05.2026;2,5;900;;EUR;Energie
      B-3;11.06.2026;unbekannt;-;10;EUR;Zirkus
      """;

  @Test
  void aGermanRegisterIsProposedWithItsHabits() {
    Proposal proposal = propose(GERMAN);

    assertThat(proposal.header()).isEqualTo(2);
    assertThat(proposal.id()).contains("Aktenzeichen");
    assertThat(proposal.habits())
        .containsEntry("dates", "day-first")
        .containsEntry("decimals", "comma")
        .containsEntry("words", "{empty: [\"-\"], unknown: [unbekannt]}");
    assertThat(proposed(proposal))
        .containsEntry("Datum", "occurredAt {}")
        .containsEntry("Ausfalldauer (Stunden)", "downtime {unit=h}")
        .containsEntry("Betroffene Nutzer", "usersAffected {}")
        .containsEntry("Schaden", "loss {currencyFrom=\"Währung\"}")
        .containsEntry("Sektor", "sectors {values={gesundheit: [health], energie: [energy]}}")
        .containsEntry("Währung", "");
    assertThat(column(proposal, "Sektor").unmatched()).containsExactly("Zirkus");
    assertThat(proposal.questions())
        .containsExactly("in which time zone are dates and times, such as Europe/Vienna?");
  }

  @Test
  void theProposalIsAMappingThatReadsTheRegister() {
    Proposal proposal = propose(GERMAN);
    Checked<TableMapping> mapping = Registers.mapping(proposal.asMapping());
    List<RegisterRow> rows =
        RegisterReader.read(
                Registers.grid(GERMAN, mapping.orThrow().wishes()),
                mapping.orThrow(),
                Registers.CATALOGUE)
            .orThrow();

    assertThat(rows).hasSize(3);
    assertThat(Registers.said(rows.getFirst()))
        .containsEntry("downtime", "PT30H")
        .containsEntry("usersAffected", "1234567")
        .containsEntry("loss", "350000.5 EUR")
        .containsEntry("sectors", "[health]");
    assertThat(Registers.said(rows.get(1)))
        .containsEntry("downtime", "PT2H30M")
        .hasEntrySatisfying("occurredAt", date -> assertThat(date).contains("from: 2026-05-03T10"));
  }

  @Test
  void columnsInSixLanguagesAreKnown() {
    for (String header :
        List.of(
            "Users affected",
            "Utilisateurs touchés",
            "Betroffene Nutzer",
            "Utenti colpiti",
            "Пострадавшие пользователи",
            "Usuarios afectados",
            "usersAffected")) {
      assertThat(proposed(propose("Id," + header + "\n1,5\n2,6\n")))
          .containsEntry(header, "usersAffected {}");
    }
  }

  @Test
  void theReasonsAreGivenWithHowSureTheyAre() {
    Proposal proposal =
        propose("Id,Outage,Loss of the bank in EUR,Outage notes\n1,3 h,5,long\n2,4 h,6,short\n");

    Proposal.Guess outage = column(proposal, "Outage").guesses().getFirst();
    assertThat(outage.confidence()).isEqualTo(Confidence.SURE);
    assertThat(outage.reason())
        .isEqualTo("the column is called so, and it holds durations with units");
    Proposal.Guess loss = column(proposal, "Loss of the bank in EUR").guesses().getFirst();
    assertThat(loss.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(column(proposal, "Loss of the bank in EUR").settings())
        .containsEntry("currency", "EUR");
    assertThat(column(proposal, "Outage notes").guesses())
        .anyMatch(guess -> guess.confidence() == Confidence.GUESS);
  }

  @Test
  void whatTheRegisterDoesNotShowIsAsked() {
    Proposal proposal =
        propose("Date,Downtime,Loss\n03/04/2026,3,\"1,234\"\n05/06/2026,n/a,\"2,345\"\n");

    assertThat(proposal.habits()).isEmpty();
    assertThat(proposal.questions())
        .containsExactlyInAnyOrder(
            "which comes first in dates, day or month?",
            "is 1.234 (or 1,234) more than a thousand, or one and a fraction?",
            "in which unit are the numbers of \"Downtime\"?",
            "in which currency are the amounts of \"Loss\"?",
            "does \"n/a\" mean not available, or not applicable?",
            "which column, if any, is the id of the incident?",
            "in which time zone are dates and times, such as Europe/Vienna?");
  }

  @Test
  void datesInBothOrdersAreAskedAbout() {
    assertThat(propose("Id,Date\n1,25/03/2026\n2,03/25/2026\n").questions())
        .contains("dates are written in both orders; which is meant where both are possible?");
  }

  @Test
  void statesAreKnownByNameAndListsByTheirSign() {
    Proposal proposal = propose("Id,Pays\n1,Espagne / France\n2,Suisse / Autriche\n");

    assertThat(column(proposal, "Pays").settings())
        .containsEntry("separator", "\"/\"")
        .containsEntry("values", "{espagne: [ES], france: [FR], suisse: [CH], autriche: [AT]}");
  }

  @Test
  void headersThatStandTwiceAreNamedByLetter() {
    Proposal proposal = propose("Id,Loss,Loss\n1,2,3\n4,5,6\n");

    assertThat(proposal.columns())
        .extracting(Proposal.Column::name)
        .containsExactly("Id", "@B", "@C");
    assertThat(Registers.mapping(proposal.asMapping()).issues()).isEmpty();
  }

  @Test
  void wickedHeadersMakeNoOtherMapping() {
    Proposal proposal = propose("Id,\"a: {fact: loss}\n# x\",\"\"\"}: [\",ok\n1,2,3,4\n5,6,7,8\n");
    Checked<TableMapping> mapping = Registers.mapping(proposal.asMapping());

    assertThat(mapping.issues()).isEmpty();
    assertThat(mapping.orThrow().columns())
        .extracting(ColumnRule::column)
        .contains("a: {fact: loss} # x", "\"}: [", "ok");
  }

  private static Map<String, String> proposed(Proposal proposal) {
    Map<String, String> all = new java.util.LinkedHashMap<>();
    for (Proposal.Column column : proposal.columns()) {
      all.put(
          column.name(),
          column.proposed().map(guess -> guess.fact() + " " + column.settings()).orElse(""));
    }
    return all;
  }

  private static Proposal.Column column(Proposal proposal, String name) {
    return proposal.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Proposal propose(String csv) {
    Grid grid = Registers.grid(csv, Grids.Wishes.NONE);
    return Proposer.propose(grid, Registers.CATALOGUE, TEXTS, Optional.empty()).orElseThrow();
  }
}
