package org.parley.core.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;

/// A draft as it stands after all that was done with it.
///
/// @param owner who began it
/// @param title by which people know it
/// @param parts its files, by the digests of their texts
/// @param from the day from which it is proposed or adopted
/// @param history all that was done, oldest first; the place in it, counted from 1, is the number
///   of the change
public record ScaleDraft(
    DraftId id,
    Owner owner,
    String title,
    SortedMap<DraftPart, Digest> parts,
    Stage stage,
    Optional<LocalDate> from,
    List<DraftEvent> history) {

  /// Who began a draft.
  public record Owner(UUID account, Optional<OfficeId> office) {}

  /// How far a draft has come.
  public enum Stage {
    OPEN,
    /// Put away.
    DISCARDED,
    /// Before those who adopt.
    PROPOSED,
    ADOPTED
  }

  public ScaleDraft {
    history = List.copyOf(history);
  }

  /// The draft that these events made; empty where there is none.
  public static Optional<ScaleDraft> of(List<DraftEvent> events) {
    Optional<ScaleDraft> draft = Optional.empty();
    for (DraftEvent event : events) {
      draft = draft.isPresent() ? draft.map(each -> each.after(event)) : begun(event);
    }
    return draft;
  }

  private static Optional<ScaleDraft> begun(DraftEvent event) {
    return event.deed() instanceof DraftDeed.Begin(String title, _, var parts)
        ? Optional.of(
            new ScaleDraft(
                event.id(),
                new Owner(event.by(), event.office()),
                title,
                new TreeMap<>(parts),
                Stage.OPEN,
                Optional.empty(),
                List.of(event)))
        : Optional.empty();
  }

  /// The draft after one more event.
  public ScaleDraft after(DraftEvent event) {
    SortedMap<DraftPart, Digest> texts = new TreeMap<>(parts);
    Stage next = stage;
    Optional<LocalDate> day = from;
    switch (event.deed()) {
      case DraftDeed.Begin _ -> {}
      case DraftDeed.Save(DraftPart part, Digest text, _) -> texts.put(part, text);
      case DraftDeed.Restore(DraftPart part, int step) ->
          textAfter(part, step).ifPresent(text -> texts.put(part, text));
      case DraftDeed.Discard() -> next = Stage.DISCARDED;
      case DraftDeed.TakeUp() -> next = Stage.OPEN;
      case DraftDeed.Propose(LocalDate wanted) -> {
        next = Stage.PROPOSED;
        day = Optional.of(wanted);
      }
      case DraftDeed.GiveBack _ -> {
        next = Stage.OPEN;
        day = Optional.empty();
      }
      case DraftDeed.Adopt(LocalDate wanted) -> {
        next = Stage.ADOPTED;
        day = Optional.of(wanted);
      }
    }
    List<DraftEvent> all = Stream.concat(history.stream(), Stream.of(event)).toList();
    return new ScaleDraft(id, owner, title, texts, next, day, all);
  }

  /// The text of a file after a change, counted from 1; empty where the file was not there.
  public Optional<Digest> textAfter(DraftPart part, int step) {
    if (step < 1 || step > history.size()) {
      return Optional.empty();
    }
    return ScaleDraft.of(history.subList(0, step)).map(draft -> draft.parts.get(part));
  }

  /// The edition it was copied from, as people quote it.
  public Optional<String> origin() {
    return history.getFirst().deed() instanceof DraftDeed.Begin(_, var origin, _)
        ? origin
        : Optional.empty();
  }

  public DraftEvent last() {
    return history.getLast();
  }

  /// Everybody who wrote in it.
  public Set<UUID> hands() {
    return history.stream()
        .filter(ScaleDraft::isWriting)
        .map(DraftEvent::by)
        .collect(Collectors.toSet());
  }

  private static boolean isWriting(DraftEvent event) {
    return switch (event.deed()) {
      case DraftDeed.Begin _, DraftDeed.Save _, DraftDeed.Restore _, DraftDeed.Propose _ -> true;
      case DraftDeed.Discard(), DraftDeed.TakeUp(), DraftDeed.GiveBack _, DraftDeed.Adopt _ ->
          false;
    };
  }

  /// How it stands to somebody: what was proposed or adopted is shown to every office of the node.
  public Relation relationOf(Actor actor) {
    if (actor.account().equals(owner.account())) {
      return Relation.OWN;
    }
    if (actor.office().isPresent() && actor.office().equals(owner.office())) {
      return Relation.OFFICE;
    }
    boolean shown = stage == Stage.PROPOSED || stage == Stage.ADOPTED;
    return shown && actor.office().isPresent() ? Relation.SHOWN : Relation.OTHER;
  }
}
