package org.parley.core.casefile.view;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.core.casefile.CaseMarking;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Facts;
import org.parley.core.casefile.Progress;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.Story;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.handling.ReleaseTable;
import org.parley.core.incident.Revision;
import org.parley.core.people.Relation;

/// Decides what a circle of readers sees of a case.
///
/// The office that holds the case was named by its originator and sees all of it. An office to
/// which it is shown sees what may go to other offices of the State, or all where the originator
/// named it. The reporter sees what it said itself, and of the office's facts those that may go to
/// those whom it serves; not the office's own notes.
public final class Sight {

  private final Casefile state;
  private final Audience.Standing reader;
  private final org.parley.core.handling.Relation to;

  private Sight(Casefile state, Audience.Standing reader) {
    this.state = state;
    this.reader = reader;
    this.to = relation();
  }

  /// Empty where these readers may not even know of the case.
  public static Optional<SeenCase> of(Casefile state, Audience.Standing reader) {
    Sight sight = new Sight(state, reader);
    return sight.isAny() ? Optional.of(sight.seen()) : Optional.empty();
  }

  private org.parley.core.handling.Relation relation() {
    return switch (reader.relation()) {
      case OFFICE -> org.parley.core.handling.Relation.NAMED;
      case SHOWN ->
          reader.audience() instanceof Audience.Office(var office)
                  && state.marking().shown().getOrDefault(office, Optional.empty()).isPresent()
              ? org.parley.core.handling.Relation.NAMED
              : org.parley.core.handling.Relation.SAME_STATE;
      case OWN -> org.parley.core.handling.Relation.SERVED;
      case NOTHING, OTHER -> org.parley.core.handling.Relation.PUBLIC;
    };
  }

  private boolean isAny() {
    return switch (reader.relation()) {
      case OFFICE, OWN -> true;
      case SHOWN -> isReleased(state.marking().whole());
      case NOTHING, OTHER -> false;
    };
  }

  private boolean isReleased(Marking marking) {
    return ReleaseTable.decide(marking, to).isReleased();
  }

  private boolean isTheirs(Author by) {
    return switch (reader.audience()) {
      case Audience.Office(var office) -> by.office().equals(Optional.of(office));
      case Audience.Organisation(var organisation) ->
          by.office().isEmpty() && by.organisation().equals(Optional.of(organisation));
      case Audience.Account(var account) ->
          by.office().isEmpty() && by.organisation().isEmpty() && by.account().equals(account);
    };
  }

  private boolean isVisible(Said said) {
    return isTheirs(said.by()) || isReleased(state.marking().of(said));
  }

  private SeenCase seen() {
    if (reader.relation() == Relation.OFFICE) {
      return new SeenCase(state, reader.relation(), 0);
    }
    List<Said> visible = state.facts().said().stream().filter(this::isVisible).toList();
    int withheld =
        state.facts().counting().size() - (int) visible.stream().filter(Said::counts).count();
    boolean own = reader.relation() == Relation.OWN;
    Casefile seen =
        new Casefile(
            state.head(),
            marking(visible, own),
            own ? progress() : state.progress(),
            facts(visible),
            own ? ownStory() : state.story(),
            own ? ownWork() : othersWork(),
            state.pointer());
    return new SeenCase(seen, reader.relation(), withheld);
  }

  /// Without the marks on what is not seen: that a fact is marked would tell that there is one.
  private CaseMarking marking(List<Said> visible, boolean own) {
    CaseMarking marking = state.marking();
    Set<Object> keys = visible.stream().map(Said::key).collect(Collectors.toSet());
    Map<FactKey, Marking> marks = new LinkedHashMap<>(marking.facts());
    marks.keySet().removeIf(key -> !keys.contains(key));
    return new CaseMarking(
        marking.originator(),
        marking.holder(),
        marks,
        own ? new LinkedHashMap<>() : marking.shown());
  }

  private Facts facts(List<Said> visible) {
    Set<Statement> statements = visible.stream().map(Said::statement).collect(Collectors.toSet());
    List<Revision> revisions =
        state.facts().revisions().stream()
            .map(each -> revision(each, statements, visible))
            .toList();
    List<Said> shown = visible.stream().map(said -> silent(said, visible)).toList();
    return new Facts(shown, revisions);
  }

  private static Revision revision(Revision whole, Set<Statement> statements, List<Said> visible) {
    List<Statement> kept = whole.statements().stream().filter(statements::contains).toList();
    Map<FactKey, String> withdrawn = new LinkedHashMap<>(whole.withdrawn());
    withdrawn.keySet().removeIf(key -> visible.stream().noneMatch(said -> said.key().equals(key)));
    // Of what is left out nothing may follow, not even that it did not happen.
    boolean all = kept.size() == whole.statements().size();
    return new Revision(
        whole.number(),
        whole.at(),
        whole.by(),
        whole.aware(),
        kept,
        all ? whole.nothingElse() : Optional.empty(),
        withdrawn);
  }

  /// Without naming a statement that is not seen, or the reason for which it was preferred.
  private static Said silent(Said said, List<Said> visible) {
    return switch (said.standing()) {
      case Said.Standing.SetAside(int adopted, _) when !isAmong(adopted, visible) ->
          new Said(
              said.number(),
              said.revision(),
              said.statement(),
              said.by(),
              said.marking(),
              new Said.Standing.SetAside(0, ""));
      case Said.Standing.SetAside _,
          Said.Standing.Counts _,
          Said.Standing.Replaced _,
          Said.Standing.Withdrawn _ ->
          said;
    };
  }

  private static boolean isAmong(int number, List<Said> visible) {
    return visible.stream().anyMatch(each -> each.number() == number);
  }

  /// The stages with their moments; the office's words about them only where they may go out.
  private Progress progress() {
    boolean out = isReleased(state.marking().whole());
    Progress progress = state.progress();
    return new Progress(
        progress.stage(),
        progress.moves().stream()
            .map(move ->
                out || isTheirs(move.by())
                    ? move
                    : new Progress.Move(move.to(), Optional.empty(), move.by(), move.at()))
            .toList(),
        out ? progress.outcome() : Optional.empty(),
        out ? progress.finalReport() : Optional.empty());
  }

  private Story ownStory() {
    Story story = state.story();
    return new Story(
        List.of(story.firstTitle()),
        story.words(),
        theirs(story.entries(), entry -> isTheirs(entry.by())),
        Optional.empty(),
        new Story.Told<>(
            OriginFinding.NOT_ASKED, Optional.empty(), state.head().opened(), state.head().at()),
        new LinkedHashMap<>(),
        new LinkedHashSet<>());
  }

  private Work ownWork() {
    return new Work(
        List.of(),
        List.of(),
        theirs(state.work().files(), file -> isTheirs(file.by())),
        List.of(),
        List.of());
  }

  /// Without the holder's notes from shift to shift and its quarantine.
  private Work othersWork() {
    Work work = state.work();
    return new Work(
        work.tasks(),
        List.of(),
        theirs(
            work.files(), file -> file.custody() == Work.Custody.RELEASED || isTheirs(file.by())),
        work.calls(),
        work.reports());
  }

  private static <T> List<T> theirs(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }
}
