package org.parley.core.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.terms.Digest;

/// Decides whether a deed can be done with a draft as it stands. Permission is asked before.
public final class DraftDecision {

  /// The most changes of one draft.
  public static final int MOST_STEPS = 5_000;

  private DraftDecision() {}

  /// The event, if the deed can be done; none where it would change nothing.
  public static Checked<Optional<DraftEvent>> decide(
      ScaleDraft draft, DraftDeed deed, Actor actor, Instant now) {
    if (draft.history().size() >= MOST_STEPS) {
      return refuse(draft, IssueCode.TOO_MANY_AT_ONCE, "the draft has too many changes", "");
    }
    return switch (deed) {
      case DraftDeed.Begin _ -> notNow(draft);
      case DraftDeed.Save save -> save(draft, save, actor, now);
      case DraftDeed.Restore restore -> restore(draft, restore, actor, now);
      case DraftDeed.Discard _, DraftDeed.Propose _ ->
          in(draft, ScaleDraft.Stage.OPEN, deed, actor, now);
      case DraftDeed.TakeUp _ -> in(draft, ScaleDraft.Stage.DISCARDED, deed, actor, now);
      case DraftDeed.GiveBack _ -> in(draft, ScaleDraft.Stage.PROPOSED, deed, actor, now);
      case DraftDeed.Adopt _ -> adopt(draft, deed, actor, now);
    };
  }

  private static Checked<Optional<DraftEvent>> save(
      ScaleDraft draft, DraftDeed.Save save, Actor actor, Instant now) {
    Optional<Digest> there = Optional.ofNullable(draft.parts().get(save.part()));
    if (there.equals(Optional.of(save.text()))) {
      return new Checked.Sound<>(Optional.empty(), List.of());
    }
    if (!there.equals(save.was())) {
      return refuse(
          draft,
          IssueCode.DRAFT_CHANGED,
          "somebody has changed " + save.part() + " since you opened it",
          "compare with the text as it stands now, then save again");
    }
    return in(draft, ScaleDraft.Stage.OPEN, save, actor, now);
  }

  private static Checked<Optional<DraftEvent>> restore(
      ScaleDraft draft, DraftDeed.Restore restore, Actor actor, Instant now) {
    Optional<Digest> before = draft.textAfter(restore.part(), restore.step());
    if (before.isEmpty()) {
      return refuse(
          draft,
          IssueCode.DRAFT_UNKNOWN,
          restore.part() + " was not there after change " + restore.step(),
          "");
    }
    return before.equals(Optional.ofNullable(draft.parts().get(restore.part())))
        ? new Checked.Sound<>(Optional.empty(), List.of())
        : in(draft, ScaleDraft.Stage.OPEN, restore, actor, now);
  }

  private static Checked<Optional<DraftEvent>> adopt(
      ScaleDraft draft, DraftDeed deed, Actor actor, Instant now) {
    return draft.hands().contains(actor.account())
        ? refuse(
            draft,
            IssueCode.SAME_HAND,
            "who wrote in a draft cannot adopt it",
            "ask a second person to read it and adopt it")
        : in(draft, ScaleDraft.Stage.PROPOSED, deed, actor, now);
  }

  private static Checked<Optional<DraftEvent>> in(
      ScaleDraft draft, ScaleDraft.Stage stage, DraftDeed deed, Actor actor, Instant now) {
    return draft.stage() == stage
        ? new Checked.Sound<>(
            Optional.of(new DraftEvent(draft.id(), deed, actor.account(), actor.office(), now)),
            List.of())
        : notNow(draft);
  }

  private static <T> Checked<T> notNow(ScaleDraft draft) {
    return refuse(
        draft,
        IssueCode.DEED_NOT_NOW,
        "this cannot be done with the draft as it stands now",
        "open its page again");
  }

  /// There is no such draft, or not for this reader.
  public static <T> Checked<T> unknown(DraftId id) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.DRAFT_UNKNOWN,
                Place.of("draft " + id),
                "there is no such draft",
                Optional.empty())));
  }

  private static <T> Checked<T> refuse(
      ScaleDraft draft, IssueCode code, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                code,
                Place.of("draft " + draft.id()),
                message,
                Optional.of(remedy).filter(text -> !text.isEmpty()))));
  }
}
