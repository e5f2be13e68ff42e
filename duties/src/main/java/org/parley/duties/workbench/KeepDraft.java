package org.parley.duties.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.parley.core.draft.DraftDecision;
import org.parley.core.draft.DraftDeed;
import org.parley.core.draft.DraftEvent;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.draft.ScaleDraft;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// Begins drafts, saves and restores their files, puts them away: all of it kept, and who did it.
public final class KeepDraft {

  /// The longest file of a draft, in characters.
  public static final int LONGEST = 300_000;

  private static final int LONGEST_TITLE = 200;

  private final Workshop shop;

  public KeepDraft(Workshop shop) {
    this.shop = shop;
  }

  /// What is begun: under a title, with files copied from an edition, or blank ones.
  public record Beginning(String title, Optional<String> from, Map<DraftPart, String> texts) {}

  public Checked<DraftText> begin(Realm realm, DraftId id, Beginning beginning, Actor actor) {
    if (!shop.mayDraft(actor, Relation.NOTHING)) {
      return DraftDecision.unknown(id);
    }
    String title = beginning.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      return refuse(IssueCode.FIELD_WRONG, "a title has 1 to " + LONGEST_TITLE + " characters");
    }
    for (String text : beginning.texts().values()) {
      if (text.length() > LONGEST) {
        return refuse(IssueCode.PART_TOO_LARGE, tooLong());
      }
    }
    return shop.books()
        .change(book -> {
          Drawer drawer = new Drawer(book, realm);
          if (drawer.open(id).isPresent()) {
            return refuse(IssueCode.OPENED_BEFORE, "there is a draft of this name");
          }
          SortedMap<DraftPart, Digest> parts = new TreeMap<>();
          beginning.texts().forEach((part, text) -> parts.put(part, drawer.keep(text)));
          DraftDeed begin = new DraftDeed.Begin(title, beginning.from(), parts);
          drawer.add(new DraftEvent(id, begin, actor.account(), actor.office(), shop.now()), 0);
          return new Checked.Sound<>(read(drawer, drawer.open(id).orElseThrow(), actor), List.of());
        });
  }

  /// Saves a file, whatever stands in it: a draft may be wrong.
  ///
  /// @param was what the author saw before; empty where the file is new
  public Checked<DraftText> save(
      Realm realm, DraftId id, DraftPart part, Saving saving, Actor actor) {
    if (saving.text().length() > LONGEST) {
      return refuse(IssueCode.PART_TOO_LARGE, tooLong());
    }
    return act(
        realm,
        id,
        actor,
        drawer -> new DraftDeed.Save(part, drawer.keep(saving.text()), saving.was()));
  }

  /// @param was the digest of what the author saw before
  public record Saving(String text, Optional<Digest> was) {}

  /// Saves several files at once, all or none.
  public Checked<DraftText> saveAll(
      Realm realm, DraftId id, Map<DraftPart, Saving> savings, Actor actor) {
    if (savings.values().stream().anyMatch(each -> each.text().length() > LONGEST)) {
      return refuse(IssueCode.PART_TOO_LARGE, tooLong());
    }
    return change(
        realm,
        id,
        actor,
        drawer -> {
          List<DraftDeed> deeds = new ArrayList<>();
          savings.forEach((part, saving) ->
              deeds.add(new DraftDeed.Save(part, drawer.keep(saving.text()), saving.was())));
          return deeds;
        });
  }

  public Checked<DraftText> restore(
      Realm realm, DraftId id, DraftPart part, int step, Actor actor) {
    return act(realm, id, actor, _ -> new DraftDeed.Restore(part, step));
  }

  public Checked<DraftText> discard(Realm realm, DraftId id, Actor actor) {
    return act(realm, id, actor, _ -> new DraftDeed.Discard());
  }

  public Checked<DraftText> takeUp(Realm realm, DraftId id, Actor actor) {
    return act(realm, id, actor, _ -> new DraftDeed.TakeUp());
  }

  private Checked<DraftText> act(
      Realm realm, DraftId id, Actor actor, Function<Drawer, DraftDeed> deed) {
    return change(realm, id, actor, drawer -> List.of(deed.apply(drawer)));
  }

  private Checked<DraftText> change(
      Realm realm, DraftId id, Actor actor, Function<Drawer, List<DraftDeed>> deeds) {
    return shop.books()
        .change(book -> {
          Drawer drawer = new Drawer(book, realm);
          Optional<ScaleDraft> found =
              drawer.open(id).filter(draft -> shop.mayDraft(actor, draft.relationOf(actor)));
          return found
              .map(draft -> done(drawer, draft, deeds.apply(drawer), actor))
              .orElseGet(() -> DraftDecision.unknown(id));
        });
  }

  private Checked<DraftText> done(
      Drawer drawer, ScaleDraft draft, List<DraftDeed> deeds, Actor actor) {
    ScaleDraft state = draft;
    List<DraftEvent> events = new ArrayList<>();
    for (DraftDeed deed : deeds) {
      switch (DraftDecision.decide(state, deed, actor, shop.now())) {
        case Checked.Refused<Optional<DraftEvent>>(List<Issue> issues) -> {
          return new Checked.Refused<>(issues);
        }
        case Checked.Sound<Optional<DraftEvent>>(Optional<DraftEvent> event, _) -> {
          if (event.isPresent()) {
            state = state.after(event.get());
            events.add(event.get());
          }
        }
      }
    }
    int after = draft.history().size();
    for (DraftEvent event : events) {
      drawer.add(event, after++);
    }
    return new Checked.Sound<>(read(drawer, state, actor), List.of());
  }

  /// A draft with its texts, for those who may draft or adopt it.
  public Checked<DraftText> read(Realm realm, DraftId id, Actor actor) {
    return shop.books()
        .look(book -> {
          Drawer drawer = new Drawer(book, realm);
          return drawer
              .open(id)
              .filter(draft -> isOpenTo(draft, actor))
              .<Checked<DraftText>>map(
                  draft -> new Checked.Sound<>(read(drawer, draft, actor), List.of()))
              .orElseGet(() -> DraftDecision.unknown(id));
        });
  }

  /// The text of a file after a change of a draft; empty where there is none.
  public Optional<String> textAfter(
      Realm realm, DraftId id, DraftPart part, int step, Actor actor) {
    return shop.books()
        .look(book -> {
          Drawer drawer = new Drawer(book, realm);
          return drawer
              .open(id)
              .filter(draft -> isOpenTo(draft, actor))
              .flatMap(draft -> draft.textAfter(part, step))
              .map(drawer::text);
        });
  }

  /// The drafts that this reader may see, the one changed last first.
  public List<ScaleDraft> list(Realm realm, Actor actor) {
    return shop.books()
        .look(book ->
            new Drawer(book, realm)
                .all().stream()
                    .filter(draft -> isOpenTo(draft, actor))
                    .sorted(
                        java.util.Comparator.comparing((ScaleDraft draft) -> draft.last().at())
                            .reversed())
                    .toList());
  }

  private boolean isOpenTo(ScaleDraft draft, Actor actor) {
    Relation relation = draft.relationOf(actor);
    boolean decides =
        draft.stage() == ScaleDraft.Stage.PROPOSED || draft.stage() == ScaleDraft.Stage.ADOPTED;
    return shop.mayDraft(actor, relation) || (decides && shop.mayAdopt(actor, relation));
  }

  private static DraftText read(Drawer drawer, ScaleDraft draft, Actor actor) {
    return new DraftText(draft, drawer.texts(draft.parts()), draft.relationOf(actor));
  }

  private static String tooLong() {
    return "a file of a draft has at most " + LONGEST + " characters";
  }

  private static <T> Checked<T> refuse(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("draft"), message, Optional.empty())));
  }
}
