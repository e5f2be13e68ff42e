package org.parley.duties.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.parley.core.draft.Adoption;
import org.parley.core.draft.DraftDecision;
import org.parley.core.draft.DraftDeed;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.people.Actor;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.formats.draft.Adoptions;

/// Puts a draft before those who adopt, and makes it the node's own scale: by the hand of somebody
/// who wrote nothing in it.
public final class AdoptScale {

  private static final String OWN = "scale-adopted";

  private final Workshop shop;
  private final Soundness soundness;

  public AdoptScale(Workshop shop, Soundness soundness) {
    this.shop = shop;
    this.soundness = soundness;
  }

  /// Says what stands against adopting a draft's texts; the name of the edition where nothing does.
  @FunctionalInterface
  public interface Soundness {
    Checked<Named> of(SortedMap<DraftPart, String> texts);
  }

  /// The edition that a draft would become.
  public record Named(ScaleId scale, String edition) {}

  public Checked<ScaleDraft> propose(Realm realm, DraftId id, LocalDate from, Actor actor) {
    return change(
        realm,
        id,
        draft -> shop.mayDraft(actor, draft.relationOf(actor)),
        (drawer, draft) ->
            soundness
                .of(drawer.texts(draft.parts()))
                .then(named -> free(drawer.book(), realm, named, digest(draft)))
                .then(_ -> done(drawer, draft, new DraftDeed.Propose(from), actor)));
  }

  /// Takes a proposal back, or gives it back to be worked on.
  public Checked<ScaleDraft> giveBack(Realm realm, DraftId id, String why, Actor actor) {
    String words = why.strip();
    return change(
        realm,
        id,
        draft ->
            shop.mayDraft(actor, draft.relationOf(actor))
                || shop.mayAdopt(actor, draft.relationOf(actor)),
        (drawer, draft) ->
            words.length() > 2_000
                ? refuse(IssueCode.WORDS_UNFIT, "the words have more than 2,000 characters")
                : done(drawer, draft, new DraftDeed.GiveBack(words), actor));
  }

  public Checked<Adoption> adopt(Realm realm, DraftId id, Actor actor) {
    return change(
        realm,
        id,
        draft ->
            shop.mayAdopt(actor, draft.relationOf(actor))
                || shop.mayDraft(actor, draft.relationOf(actor)),
        (drawer, draft) ->
            shop.mayAdopt(actor, draft.relationOf(actor))
                ? soundness
                    .of(drawer.texts(draft.parts()))
                    .then(named -> free(drawer.book(), realm, named, digest(draft)))
                    .then(named -> adopted(drawer, draft, named, actor))
                : refuse(IssueCode.SAME_HAND, "who wrote a draft cannot adopt it"));
  }

  private Checked<Adoption> adopted(Drawer drawer, ScaleDraft draft, Named named, Actor actor) {
    LocalDate from = draft.from().orElse(LocalDate.MIN);
    return done(drawer, draft, new DraftDeed.Adopt(from), actor)
        .then(after -> {
          Instant now = shop.now();
          Adoption adoption =
              new Adoption(
                  named.scale(),
                  named.edition(),
                  from,
                  after.parts(),
                  draft.id(),
                  new Adoption.Deed(actor.account(), now));
          Octets bytes = Adoptions.write(adoption);
          Book book = drawer.book();
          int length = book.histories().length(drawer.realm(), OWN);
          book.histories().append(drawer.realm(), OWN, length, bytes);
          new Journal(book)
              .add(EntryKind.SCALE_ADOPTED, drawer.realm(), now, bytes.digest(), adoption.digest());
          return new Checked.Sound<>(adoption, List.of());
        });
  }

  /// An edition of this name is at hand only once.
  private static Checked<Named> free(Book book, Realm realm, Named named, Digest digest) {
    for (Adoption before : adoptions(book, realm)) {
      if (before.scale().equals(named.scale()) && before.edition().equals(named.edition())) {
        return refuse(
            IssueCode.EDITION_TAKEN,
            named.scale()
                + "@"
                + named.edition()
                + (before.digest().equals(digest)
                    ? " has been adopted before"
                    : " has been adopted before, with other bytes: an edition never changes"));
      }
    }
    return new Checked.Sound<>(named, List.of());
  }

  private static Digest digest(ScaleDraft draft) {
    Digest digest = draft.parts().get(DraftPart.SCALE);
    return digest == null ? Digest.of(new byte[0]) : digest;
  }

  /// The editions that the node made its own, in the order in which it did.
  public List<Adoption> adoptions(Realm realm) {
    return shop.books().look(book -> adoptions(book, realm));
  }

  private static List<Adoption> adoptions(Book book, Realm realm) {
    List<Adoption> all = new ArrayList<>();
    book.histories().events(realm, OWN).forEach(bytes -> all.add(Adoptions.read(bytes).orThrow()));
    return all;
  }

  /// The texts of an edition that the node made its own.
  public SortedMap<DraftPart, String> texts(Realm realm, Adoption adoption) {
    return shop.books().look(book -> new Drawer(book, realm).texts(adoption.parts()));
  }

  private <T> Checked<T> change(
      Realm realm,
      DraftId id,
      java.util.function.Predicate<ScaleDraft> allowed,
      java.util.function.BiFunction<Drawer, ScaleDraft, Checked<T>> what) {
    return shop.books()
        .change(book -> {
          Drawer drawer = new Drawer(book, realm);
          return drawer
              .open(id)
              .filter(allowed)
              .map(draft -> what.apply(drawer, draft))
              .orElseGet(() -> DraftDecision.unknown(id));
        });
  }

  private Checked<ScaleDraft> done(Drawer drawer, ScaleDraft draft, DraftDeed deed, Actor actor) {
    return DraftDecision.decide(draft, deed, actor, shop.now())
        .then(event -> {
          event.ifPresent(each -> drawer.add(each, draft.history().size()));
          return new Checked.Sound<>(event.map(draft::after).orElse(draft), List.of());
        });
  }

  private static <T> Checked<T> refuse(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("draft"), message, Optional.empty())));
  }
}
