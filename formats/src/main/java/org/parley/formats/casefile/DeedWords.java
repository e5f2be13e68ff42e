package org.parley.formats.casefile;

import org.parley.core.casefile.deed.Deed;

/// What deeds are called in files and addresses.
public final class DeedWords {

  private DeedWords() {}

  public static String of(Deed deed) {
    return switch (deed) {
      case Deed.Report _ -> "report";
      case Deed.KeepPointer _ -> "keep-pointer";
      case Deed.OnFacts facts -> facts(facts);
      case Deed.OnHandling handling -> handling(handling);
      case Deed.OnStory story -> story(story);
      case Deed.OnWork work -> work(work);
      case Deed.OnStage stage -> stage(stage);
    };
  }

  private static String facts(Deed.OnFacts deed) {
    return switch (deed) {
      case Deed.State _ -> "state";
      case Deed.Adopt _ -> "adopt";
      case Deed.Withdraw _ -> "withdraw";
    };
  }

  private static String handling(Deed.OnHandling deed) {
    return switch (deed) {
      case Deed.Mark _ -> "mark";
      case Deed.MarkFact _ -> "mark-fact";
      case Deed.Show _ -> "show";
      case Deed.StopShowing _ -> "stop-showing";
    };
  }

  private static String story(Deed.OnStory deed) {
    return switch (deed) {
      case Deed.Retitle _ -> "retitle";
      case Deed.Note _ -> "note";
      case Deed.SetOutlook _ -> "set-outlook";
      case Deed.FindOrigin _ -> "find-origin";
      case Deed.Relate _ -> "relate";
      case Deed.Unrelate _ -> "unrelate";
      case Deed.JoinCampaign _ -> "join-campaign";
      case Deed.LeaveCampaign _ -> "leave-campaign";
    };
  }

  private static String work(Deed.OnWork deed) {
    return switch (deed) {
      case Deed.GiveTask _ -> "give-task";
      case Deed.FinishTask _ -> "finish-task";
      case Deed.DropTask _ -> "drop-task";
      case Deed.HandOver _ -> "hand-over";
      case Deed.TakeOver _ -> "take-over";
      case Deed.Attach _ -> "attach";
      case Deed.ReleaseFile _ -> "release-file";
      case Deed.RejectFile _ -> "reject-file";
      case Deed.NoteCall _ -> "note-call";
      case Deed.NoteReport _ -> "note-report";
    };
  }

  private static String stage(Deed.OnStage deed) {
    return switch (deed) {
      case Deed.Judge _ -> "judge";
      case Deed.BeginWork _ -> "begin-work";
      case Deed.Contain _ -> "contain";
      case Deed.Recover _ -> "recover";
      case Deed.Close _ -> "close";
      case Deed.Reopen _ -> "reopen";
    };
  }
}
