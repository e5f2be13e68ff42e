package org.parley.core.casefile.deed;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.core.terms.Realm;

/// What somebody does with a case. Each has a name; done twice it takes effect once.
///
/// Statements, tasks, attachments and hand-over notes are numbered within their case from 1, in the
/// order in which they came.
public sealed interface Deed {

  /// Deeds that begin a case.
  sealed interface Opening extends Deed {
    Realm realm();

    SeriesNumber number();

    OfficeId holder();
  }

  /// Deeds about facts: each makes a revision.
  sealed interface OnFacts extends Deed {}

  /// Deeds about who may have what.
  sealed interface OnHandling extends Deed {}

  /// Deeds that tell.
  sealed interface OnStory extends Deed {}

  /// Deeds about work: tasks, shifts, files, reports.
  sealed interface OnWork extends Deed {}

  /// Deeds that move the case from stage to stage.
  sealed interface OnStage extends Deed {}

  /// Report an incident, as an operator or as an officer who opens it.
  ///
  /// @param holder the office that will follow it
  /// @param words what happened, as the reporter says it
  record Report(
      Realm realm,
      SeriesNumber number,
      OfficeId holder,
      String title,
      Optional<String> words,
      Marking marking,
      Stating stating)
      implements Opening {}

  /// Keep of something above the ceiling who holds it and how to get it, and nothing else.
  record KeepPointer(Realm realm, SeriesNumber number, OfficeId holder, Pointer pointer)
      implements Opening {}

  /// State facts. What the same side said of the same fact before is replaced; what another side
  /// said stands beside it.
  record State(Stating stating) implements OnFacts {}

  /// Let one of several statements about a fact count alone.
  record Adopt(int statement, String reason) implements OnFacts {}

  /// Take a statement back.
  record Withdraw(int statement, String reason) implements OnFacts {}

  /// Mark the incident. The originator's marking and the holder's stand beside each other, and the
  /// stricter counts.
  record Mark(Marking marking) implements OnHandling {}

  /// Mark one fact more strictly than the incident; without a marking, no longer.
  record MarkFact(FactKey key, Optional<Marking> marking) implements OnHandling {}

  /// Show the case to another office of this node.
  ///
  /// @param agreed how the originator named the office, where the marking asks for that
  record Show(OfficeId office, Optional<String> agreed) implements OnHandling {}

  /// Show it no longer; what was seen was seen.
  record StopShowing(OfficeId office, String reason) implements OnHandling {}

  /// Give it another title.
  record Retitle(String title) implements OnStory {}

  /// Put an entry into the timeline.
  ///
  /// @param happened when it happened, not when it was written down
  record Note(Instant happened, String words) implements OnStory {}

  record SetOutlook(Outlook outlook) implements OnStory {}

  record FindOrigin(OriginFinding finding, Optional<String> words) implements OnStory {}

  /// Say that another incident belongs to this one.
  record Relate(CaseId other, Tie tie) implements OnStory {}

  record Unrelate(CaseId other) implements OnStory {}

  /// Put it into a campaign, by the campaign's name.
  record JoinCampaign(String campaign) implements OnStory {}

  record LeaveCampaign(String campaign) implements OnStory {}

  /// Give an office something to do.
  record GiveTask(OfficeId office, String words, Optional<Instant> due) implements OnWork {}

  record FinishTask(int task, String words) implements OnWork {}

  record DropTask(int task, String reason) implements OnWork {}

  /// Leave a note to the next shift.
  record HandOver(String words) implements OnWork {}

  /// Take the shift over: the note was read.
  record TakeOver(int note) implements OnWork {}

  /// Put a file in; it stays in quarantine until an officer releases it.
  record Attach(Attachment file, Optional<String> words) implements OnWork {}

  record ReleaseFile(int file) implements OnWork {}

  /// Throw a file out; its bytes are erased.
  record RejectFile(int file, String reason) implements OnWork {}

  /// Record that a role of the response plan was called.
  record NoteCall(String role, Optional<String> words) implements OnWork {}

  /// Record that a report which was due has been made.
  record NoteReport(String report, Optional<String> words) implements OnWork {}

  /// Say what the report is: new, a duplicate, or no incident.
  record Judge(Triage outcome) implements OnStage {}

  record BeginWork(Optional<String> words) implements OnStage {}

  record Contain(Optional<String> words) implements OnStage {}

  record Recover(Optional<String> words) implements OnStage {}

  record Close(FinalReport report) implements OnStage {}

  record Reopen(String reason) implements OnStage {}
}
