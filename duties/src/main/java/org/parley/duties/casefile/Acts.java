package org.parley.duties.casefile;

import org.parley.core.casefile.deed.Deed;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;

/// Under which row of the table of permissions each deed falls.
public final class Acts {

  private Acts() {}

  public static Action of(Deed deed, Relation relation) {
    return switch (deed) {
      case Deed.Opening _ -> Action.REPORT_INCIDENT;
      case Deed.OnFacts facts -> facts(facts, relation);
      case Deed.OnHandling handling -> handling(handling);
      case Deed.OnStory story -> story(story, relation);
      case Deed.OnWork work -> work(work);
      case Deed.OnStage stage -> stage(stage);
    };
  }

  private static Action facts(Deed.OnFacts deed, Relation relation) {
    return switch (deed) {
      case Deed.State _, Deed.Withdraw _ ->
          relation == Relation.OWN ? Action.ADD_TO_REPORT : Action.STATE_FACTS;
      case Deed.Adopt _ -> Action.ADOPT_STATEMENT;
    };
  }

  private static Action handling(Deed.OnHandling deed) {
    return switch (deed) {
      case Deed.Mark _, Deed.MarkFact _ -> Action.MARK_INCIDENT;
      case Deed.Show _, Deed.StopShowing _ -> Action.SHOW_TO_OFFICE;
    };
  }

  private static Action story(Deed.OnStory deed, Relation relation) {
    return switch (deed) {
      case Deed.Note _ -> relation == Relation.OWN ? Action.ADD_TO_REPORT : Action.NOTE_ON_INCIDENT;
      case Deed.Retitle _, Deed.SetOutlook _, Deed.FindOrigin _ -> Action.NOTE_ON_INCIDENT;
      case Deed.Relate _, Deed.Unrelate _, Deed.JoinCampaign _, Deed.LeaveCampaign _ ->
          Action.RELATE_INCIDENTS;
    };
  }

  private static Action work(Deed.OnWork deed) {
    return switch (deed) {
      case Deed.GiveTask _, Deed.DropTask _ -> Action.GIVE_TASK;
      case Deed.FinishTask _, Deed.NoteCall _, Deed.NoteReport _ -> Action.NOTE_ON_INCIDENT;
      case Deed.HandOver _, Deed.TakeOver _ -> Action.HAND_OVER;
      case Deed.Attach _ -> Action.ATTACH_FILE;
      case Deed.ReleaseFile _, Deed.RejectFile _ -> Action.RELEASE_ATTACHMENT;
    };
  }

  private static Action stage(Deed.OnStage deed) {
    return switch (deed) {
      case Deed.Judge _ -> Action.TRIAGE_INCIDENT;
      case Deed.BeginWork _, Deed.Contain _, Deed.Recover _ -> Action.NOTE_ON_INCIDENT;
      case Deed.Close _, Deed.Reopen _ -> Action.CLOSE_INCIDENT;
    };
  }
}
