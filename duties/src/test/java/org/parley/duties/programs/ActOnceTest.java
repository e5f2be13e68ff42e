package org.parley.duties.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.CaseRules;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Permissions;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Appraisal;
import org.parley.duties.casefile.Casework;
import org.parley.duties.twin.BooksInMemory;
import org.parley.formats.casefile.CaseEvents;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.parley.fact.KnownFacts;

class ActOnceTest {

  private static final Realm REAL = new Realm.Real();

  private final BooksInMemory books = new BooksInMemory();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final ActOnce once =
      new ActOnce(
          new Casework(
              books,
              new CaseDecision(
                  new CaseRules(Set.of(), Ceiling.of(Tlp.RED), Set.of(), CaseRules.Files.USUAL)),
              new CaseEvents(
                  KnownFacts.of(new Library(new FolderSource(Path.of("../library"))).catalogue())),
              new Permissions(Map.of()),
              _ -> Appraisal.Result.NOTHING,
              () -> now));

  private static ActOnce.Order order(int token, String key, String request) {
    return new ActOnce.Order(
        REAL, new UUID(0, token), Octets.of(key).digest(), Octets.of(request).digest());
  }

  private int deeds() {
    return books.<Integer>look(book -> book.histories().length(REAL, "deeds"));
  }

  /// A deed of several changes, as duties make them; what they write belongs to one.
  private Checked<Octets> deed(Casework work) {
    int before = work.books().<Integer>look(book -> book.histories().length(REAL, "deeds"));
    work.books()
        .change(book -> {
          book.histories().append(REAL, "deeds", before, Octets.of("deed"));
          return true;
        });
    int after = work.books().<Integer>look(book -> book.histories().length(REAL, "deeds"));
    return new Checked.Sound<>(Octets.of("answer " + after), List.of());
  }

  private Octets run(ActOnce.Order order) {
    return once.run(order, this::deed).orThrow();
  }

  @Test
  void theSameRequestIsOneDeedAndAnotherTokenOrKeyIsAnother() {
    Octets first = run(order(1, "a", "report"));

    assertThat(run(order(1, "a", "report"))).isEqualTo(first);
    assertThat(deeds()).isEqualTo(1);
    assertThat(run(order(2, "a", "report"))).isNotEqualTo(first);
    assertThat(run(order(1, "b", "report"))).isNotEqualTo(first);
    assertThat(deeds()).isEqualTo(3);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    run(order(1, "a", "report"));

    Checked<Octets> other = once.run(order(1, "a", "another report"), this::deed);

    assertThat(other.issues())
        .extracting(Issue::code)
        .containsExactly(IssueCode.KEY_USED_OTHERWISE);
    assertThat(deeds()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedOrBreaksOffLeavesNothingAndCanBeAskedAgain() {
    Issue no = new Issue(IssueCode.FIELD_WRONG, Place.of("x"), "no", Optional.empty());

    Checked<Octets> refused =
        once.run(
            order(1, "a", "report"),
            work -> deed(work).then(_ -> new Checked.Refused<>(List.of(no))));
    assertThatThrownBy(() ->
            once.run(
                order(1, "a", "report"),
                work -> {
                  deed(work);
                  throw new ArithmeticException("on purpose");
                }))
        .isInstanceOf(ArithmeticException.class);

    assertThat(refused.issues()).containsExactly(no);
    assertThat(deeds()).isZero();
    run(order(1, "a", "report"));
    assertThat(deeds()).isEqualTo(1);
  }

  @Test
  void anAnswerIsKeptForADay() {
    Octets first = run(order(1, "a", "report"));
    now = now.plus(Duration.ofHours(24));
    assertThat(run(order(1, "a", "report"))).isEqualTo(first);

    now = now.plusMillis(1);

    assertThat(run(order(1, "a", "report"))).isNotEqualTo(first);
    assertThat(deeds()).isEqualTo(2);
  }
}
