package org.parley.duties.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeId;
import org.parley.core.draft.Adoption;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.people.Role;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Book;
import org.parley.duties.twin.BooksInMemory;

class DraftsTest {

  private static final Realm REAL = new Realm.Real();
  private static final DraftId ONE = new DraftId(new UUID(1, 1));
  private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
  private static final Actor DESIGNER = actor(1, "XA/technical", Role.SCALE_DESIGNER);
  private static final Actor COLLEAGUE = actor(2, "XA/technical", Role.SCALE_DESIGNER);
  private static final Actor MINISTRY = actor(3, "XA/policy", Role.POLICY_OFFICER);
  private static final Actor STRANGER = actor(4, "XA/policy", Role.SCALE_DESIGNER);

  private final BooksInMemory books = new BooksInMemory();
  private final Workshop shop =
      new Workshop(
          books,
          new Permissions(
              Map.of(
                  Role.SCALE_DESIGNER,
                      Map.of(
                          Action.DRAFT_SCALE,
                          Set.of(Relation.NOTHING, Relation.OWN, Relation.OFFICE),
                          Action.ADOPT_SCALE,
                          Set.of(Relation.OFFICE, Relation.SHOWN)),
                  Role.POLICY_OFFICER,
                      Map.of(Action.ADOPT_SCALE, Set.of(Relation.OFFICE, Relation.SHOWN)))),
          () -> Instant.parse("2026-11-22T12:00:00Z"));
  private final KeepDraft keep = new KeepDraft(shop);

  /// Sound is what names an edition on its first line.
  private final AdoptScale adopt =
      new AdoptScale(
          shop,
          texts ->
              texts.getOrDefault(DraftPart.SCALE, "").startsWith("edition ")
                  ? new Checked.Sound<>(
                      new AdoptScale.Named(
                          ScaleId.parse("xa/national").orElseThrow(),
                          texts
                              .get(DraftPart.SCALE)
                              .lines()
                              .findFirst()
                              .orElseThrow()
                              .substring(8)),
                      List.of())
                  : new Checked.Refused<>(
                      List.of(
                          new Issue(
                              IssueCode.DRAFT_NOT_SOUND,
                              Place.of("draft"),
                              "no edition",
                              Optional.empty()))));

  private static Actor actor(int number, String office, Role role) {
    return new Actor(new UUID(0, number), Set.of(role), OfficeId.parse(office), Optional.empty());
  }

  private DraftText begun(DraftId id) {
    return keep.begin(
            REAL,
            id,
            new KeepDraft.Beginning("Ours", Optional.empty(), Map.of(DraftPart.SCALE, "first")),
            DESIGNER)
        .orThrow();
  }

  private static Optional<Digest> digest(DraftText draft) {
    return Optional.ofNullable(draft.draft().parts().get(DraftPart.SCALE));
  }

  private DraftText saved(DraftId id, String text, Actor actor) {
    DraftText before = keep.read(REAL, id, actor).orThrow();
    return keep.save(REAL, id, DraftPart.SCALE, new KeepDraft.Saving(text, digest(before)), actor)
        .orThrow();
  }

  private static IssueCode code(Checked<?> refused) {
    assertThat(refused).isInstanceOf(Checked.Refused.class);
    return refused.issues().getFirst().code();
  }

  @Test
  void aDraftIsSavedWhateverStandsInItAndEveryTextStays() {
    begun(ONE);
    saved(ONE, "second, and wrong: [", COLLEAGUE);

    DraftText now = keep.read(REAL, ONE, DESIGNER).orThrow();

    assertThat(now.text(DraftPart.SCALE)).isEqualTo("second, and wrong: [");
    assertThat(keep.textAfter(REAL, ONE, DraftPart.SCALE, 1, DESIGNER)).contains("first");
    assertThat(now.draft().history())
        .extracting(each -> each.by())
        .containsExactly(DESIGNER.account(), COLLEAGUE.account());
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
    DraftText seen = begun(ONE);
    saved(ONE, "by a colleague", COLLEAGUE);

    Checked<DraftText> late =
        keep.save(REAL, ONE, DraftPart.SCALE, new KeepDraft.Saving("mine", digest(seen)), DESIGNER);

    assertThat(code(late)).isEqualTo(IssueCode.DRAFT_CHANGED);
    assertThat(keep.read(REAL, ONE, DESIGNER).orThrow().text(DraftPart.SCALE))
        .isEqualTo("by a colleague");
  }

  @Test
  void aFileBecomesAgainWhatItWasAndThatIsAChangeToo() {
    begun(ONE);
    saved(ONE, "second", DESIGNER);
    keep.restore(REAL, ONE, DraftPart.SCALE, 1, DESIGNER).orThrow();

    DraftText now = keep.read(REAL, ONE, DESIGNER).orThrow();

    assertThat(now.text(DraftPart.SCALE)).isEqualTo("first");
    assertThat(now.draft().history()).hasSize(3);
  }

  @Test
  void whatIsPutAwayIsTakenUpAgain() {
    begun(ONE);
    keep.discard(REAL, ONE, DESIGNER).orThrow();
    Checked<DraftText> saved =
        keep.save(
            REAL, ONE, DraftPart.CASES, new KeepDraft.Saving("x", Optional.empty()), DESIGNER);
    assertThat(code(saved)).isEqualTo(IssueCode.DEED_NOT_NOW);

    keep.takeUp(REAL, ONE, DESIGNER).orThrow();

    assertThat(keep.read(REAL, ONE, DESIGNER).orThrow().draft().stage())
        .isEqualTo(ScaleDraft.Stage.OPEN);
  }

  @Test
  void anotherOfficeSeesADraftOnlyWhenItWasProposed() {
    begun(ONE);
    saved(ONE, "edition 2027", DESIGNER);
    assertThat(code(keep.read(REAL, ONE, MINISTRY))).isEqualTo(IssueCode.DRAFT_UNKNOWN);
    assertThat(keep.list(REAL, STRANGER)).isEmpty();
    assertThat(
            code(
                keep.save(
                    REAL,
                    ONE,
                    DraftPart.SCALE,
                    new KeepDraft.Saving("x", Optional.empty()),
                    STRANGER)))
        .isEqualTo(IssueCode.DRAFT_UNKNOWN);

    adopt.propose(REAL, ONE, FROM, DESIGNER).orThrow();

    assertThat(keep.read(REAL, ONE, MINISTRY).orThrow().relation()).isEqualTo(Relation.SHOWN);
    assertThat(keep.list(REAL, MINISTRY)).hasSize(1);
  }

  @Test
  void whoWroteInADraftCannotAdoptItAndSomebodyElseCan() {
    begun(ONE);
    saved(ONE, "edition 2027", COLLEAGUE);
    adopt.propose(REAL, ONE, FROM, DESIGNER).orThrow();
    assertThat(code(adopt.adopt(REAL, ONE, DESIGNER))).isEqualTo(IssueCode.SAME_HAND);
    assertThat(code(adopt.adopt(REAL, ONE, COLLEAGUE))).isEqualTo(IssueCode.SAME_HAND);
    assertThat(adopt.adoptions(REAL)).isEmpty();

    Adoption adoption = adopt.adopt(REAL, ONE, MINISTRY).orThrow();

    assertThat(adoption.from()).isEqualTo(FROM);
    assertThat(adopt.adoptions(REAL)).containsExactly(adoption);
    assertThat(adopt.texts(REAL, adoption)).containsEntry(DraftPart.SCALE, "edition 2027");
    assertThat(books.look((Book book) -> book.log().size())).isEqualTo(1L);
  }

  @Test
  void anAdoptedEditionNeverChangesAndItsNameIsTaken() {
    begun(ONE);
    saved(ONE, "edition 2027", DESIGNER);
    adopt.propose(REAL, ONE, FROM, DESIGNER).orThrow();
    adopt.adopt(REAL, ONE, MINISTRY).orThrow();
    Checked<DraftText> late =
        keep.save(
            REAL,
            ONE,
            DraftPart.SCALE,
            new KeepDraft.Saving(
                "edition 2027\nmore", digest(keep.read(REAL, ONE, DESIGNER).orThrow())),
            DESIGNER);
    assertThat(code(late)).isEqualTo(IssueCode.DEED_NOT_NOW);

    DraftId other = new DraftId(new UUID(1, 2));
    begun(other);
    saved(other, "edition 2027\nother bytes", DESIGNER);

    assertThat(code(adopt.propose(REAL, other, FROM, DESIGNER))).isEqualTo(IssueCode.EDITION_TAKEN);
  }

  @Test
  void whatHasErrorsIsNotProposedAndWhatIsGivenBackIsWorkedOn() {
    begun(ONE);
    assertThat(code(adopt.propose(REAL, ONE, FROM, DESIGNER))).isEqualTo(IssueCode.DRAFT_NOT_SOUND);
    saved(ONE, "edition 2027", DESIGNER);
    adopt.propose(REAL, ONE, FROM, DESIGNER).orThrow();

    ScaleDraft back = adopt.giveBack(REAL, ONE, "a level is missing", MINISTRY).orThrow();

    assertThat(back.stage()).isEqualTo(ScaleDraft.Stage.OPEN);
    assertThat(saved(ONE, "edition 2027\nmended", DESIGNER).text(DraftPart.SCALE))
        .contains("mended");
  }
}
