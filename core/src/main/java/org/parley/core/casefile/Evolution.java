package org.parley.core.casefile;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;

/// What becomes of a case by an event.
final class Evolution {

  private Evolution() {}

  static Optional<Casefile> begin(CaseEvent event) {
    return event.deed() instanceof Deed.Opening opening
        ? Optional.of(begin(event, opening))
        : Optional.empty();
  }

  private static Casefile begin(CaseEvent event, Deed.Opening opening) {
    Author by = event.by();
    Instant at = event.at();
    Head head = new Head(event.id(), opening.realm(), opening.number(), opening.holder(), by, at);
    Progress begun = Progress.begun(by, at);
    return switch (opening) {
      case Deed.Report(_, _, _, var title, var words, var marking, var stating) ->
          new Casefile(
              head,
              CaseMarking.of(marking),
              begun,
              Facts.NONE.stated(stating, by, at),
              Story.of(title, words, by, at),
              Work.NONE,
              Optional.empty());
      case Deed.KeepPointer(_, _, _, var pointer) ->
          new Casefile(
              head,
              CaseMarking.of(Marking.of(Tlp.AMBER_STRICT)),
              begun,
              Facts.NONE,
              Story.of(pointer.reference(), Optional.empty(), by, at),
              Work.NONE,
              Optional.of(pointer));
    };
  }

  static Casefile apply(Casefile state, CaseEvent event) {
    return switch (event.deed()) {
      case Deed.Opening _ -> state;
      case Deed.OnFacts deed -> state.with(facts(state, deed, event.by(), event.at()));
      case Deed.OnHandling deed -> state.with(handling(state, deed, event.by()));
      case Deed.OnStory deed -> state.with(story(state.story(), deed, event.by(), event.at()));
      case Deed.OnWork deed -> state.with(work(state.work(), deed, event.by(), event.at()));
      case Deed.OnStage deed -> state.with(progress(state.progress(), deed, event));
    };
  }

  private static Facts facts(Casefile state, Deed.OnFacts deed, Author by, Instant at) {
    Facts facts = state.facts();
    return switch (deed) {
      case Deed.State(var stating) -> facts.stated(stating, by, at);
      case Deed.Adopt(int number, String reason) -> facts.adopted(number, reason, by, at);
      case Deed.Withdraw(int number, String reason) -> facts.withdrawn(number, reason, by, at);
    };
  }

  private static CaseMarking handling(Casefile state, Deed.OnHandling deed, Author by) {
    CaseMarking marking = state.marking();
    return switch (deed) {
      case Deed.Mark(Marking next) ->
          by.isOneWith(state.head().opened()) ? marking.byOriginator(next) : marking.byHolder(next);
      case Deed.MarkFact(var key, var next) -> marking.onFact(key, next);
      case Deed.Show(var office, var agreed) -> marking.shownTo(office, agreed);
      case Deed.StopShowing(var office, _) -> marking.hiddenFrom(office);
    };
  }

  private static Story story(Story story, Deed.OnStory deed, Author by, Instant at) {
    return switch (deed) {
      case Deed.Retitle(String title) -> story.titled(title);
      case Deed.Note(Instant happened, String words) ->
          story.with(new Story.Entry(happened, words, by, at));
      case Deed.SetOutlook(var outlook) ->
          story.expecting(new Story.Told<>(outlook, Optional.of(outlook.words()), by, at));
      case Deed.FindOrigin(var finding, var words) ->
          story.of(new Story.Told<>(finding, words, by, at));
      case Deed.Relate(var other, var tie) -> story.tied(other, tie);
      case Deed.Unrelate(var other) -> story.untied(other);
      case Deed.JoinCampaign(String campaign) -> story.in(campaign);
      case Deed.LeaveCampaign(String campaign) -> story.notIn(campaign);
    };
  }

  private static Work work(Work work, Deed.OnWork deed, Author by, Instant at) {
    return switch (deed) {
      case Deed.GiveTask(var office, var words, var due) ->
          work.with(
              new Work.Task(
                  work.tasks().size() + 1, office, words, due, by, Optional.empty(), false));
      case Deed.FinishTask(int task, String words) ->
          work.ended(task, new Work.End(words, by, at), false);
      case Deed.DropTask(int task, String reason) ->
          work.ended(task, new Work.End(reason, by, at), true);
      case Deed.HandOver(String words) ->
          work.with(new Work.Shift(work.shifts().size() + 1, words, by, at, Optional.empty()));
      case Deed.TakeOver(int note) -> work.taken(note, by);
      case Deed.Attach(var file, var words) ->
          work.with(
              new Work.Filed(
                  work.files().size() + 1,
                  file,
                  words,
                  by,
                  at,
                  Work.Custody.QUARANTINED,
                  Optional.empty()));
      case Deed.ReleaseFile(int file) -> work.file(file, Work.Custody.RELEASED, Optional.empty());
      case Deed.RejectFile(int file, String reason) ->
          work.file(file, Work.Custody.REJECTED, Optional.of(reason));
      case Deed.NoteCall(String role, var words) -> work.called(new Work.Done(role, words, by, at));
      case Deed.NoteReport(String report, var words) ->
          work.reported(new Work.Done(report, words, by, at));
    };
  }

  private static Progress progress(Progress progress, Deed.OnStage deed, CaseEvent event) {
    return switch (deed) {
      case Deed.Judge(Triage outcome) ->
          progress
              .judged(outcome)
              .to(move(afterTriage(outcome), Optional.of(outcome.reason()), event));
      case Deed.BeginWork(var words) -> progress.to(move(Stage.UNDER_WAY, words, event));
      case Deed.Contain(var words) -> progress.to(move(Stage.CONTAINED, words, event));
      case Deed.Recover(var words) -> progress.to(move(Stage.RECOVERED, words, event));
      case Deed.Close(FinalReport report) ->
          progress.reported(report).to(move(Stage.CLOSED, Optional.empty(), event));
      case Deed.Reopen(String reason) ->
          progress.to(
              move(
                  progress.isIncident() ? Stage.UNDER_WAY : Stage.REPORTED,
                  Optional.of(reason),
                  event));
    };
  }

  static Stage afterTriage(Triage outcome) {
    return switch (outcome) {
      case Triage.New _ -> Stage.TRIAGED;
      case Triage.DuplicateOf _, Triage.NotAnIncident _ -> Stage.CLOSED;
    };
  }

  private static Progress.Move move(Stage to, Optional<String> words, CaseEvent event) {
    return new Progress.Move(to, words, event.by(), event.at());
  }
}
