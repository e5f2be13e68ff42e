package org.parley.core.casefile;

import static org.parley.core.casefile.Stage.CLOSED;
import static org.parley.core.casefile.Stage.CONTAINED;
import static org.parley.core.casefile.Stage.RECOVERED;
import static org.parley.core.casefile.Stage.REPORTED;
import static org.parley.core.casefile.Stage.TRIAGED;
import static org.parley.core.casefile.Stage.UNDER_WAY;

import java.util.EnumSet;
import java.util.Set;
import org.parley.core.casefile.deed.Deed;

/// At which stages a deed is possible.
public final class Grammar {

  private static final Set<Stage> ALWAYS = EnumSet.allOf(Stage.class);
  private static final Set<Stage> OPEN = EnumSet.range(REPORTED, RECOVERED);

  private Grammar() {}

  /// The stages at which this deed can be done.
  public static Set<Stage> stages(Deed deed) {
    return switch (deed) {
      case Deed.Opening _ -> EnumSet.noneOf(Stage.class);
      case Deed.OnFacts _ -> OPEN;
      // What is strict can be made stricter, and shown, after closure too.
      case Deed.OnHandling _ -> ALWAYS;
      case Deed.OnStory told -> story(told);
      case Deed.OnWork work -> work(work);
      case Deed.OnStage move -> moves(move);
    };
  }

  private static Set<Stage> story(Deed.OnStory deed) {
    return switch (deed) {
      case Deed.Retitle _, Deed.Note _, Deed.SetOutlook _ -> OPEN;
      // That incidents belong together, and who was behind them, often shows later.
      case Deed.FindOrigin _,
          Deed.Relate _,
          Deed.Unrelate _,
          Deed.JoinCampaign _,
          Deed.LeaveCampaign _ ->
          ALWAYS;
    };
  }

  private static Set<Stage> work(Deed.OnWork deed) {
    return switch (deed) {
      case Deed.GiveTask _, Deed.HandOver _, Deed.Attach _ -> OPEN;
      case Deed.FinishTask _,
          Deed.DropTask _,
          Deed.TakeOver _,
          Deed.ReleaseFile _,
          Deed.RejectFile _,
          Deed.NoteCall _,
          Deed.NoteReport _ ->
          ALWAYS;
    };
  }

  private static Set<Stage> moves(Deed.OnStage deed) {
    return switch (deed) {
      case Deed.Judge _ -> EnumSet.of(REPORTED);
      // What was contained can break out again.
      case Deed.BeginWork _ -> EnumSet.of(TRIAGED, CONTAINED, RECOVERED);
      case Deed.Contain _ -> EnumSet.of(TRIAGED, UNDER_WAY);
      case Deed.Recover _ -> EnumSet.of(TRIAGED, UNDER_WAY, CONTAINED);
      case Deed.Close _ -> EnumSet.of(RECOVERED);
      case Deed.Reopen _ -> EnumSet.of(CLOSED);
    };
  }

  /// Whether a deed can be done to something of which only a pointer is kept.
  static boolean fitsPointer(Deed deed) {
    return switch (deed) {
      case Deed.Opening _, Deed.OnFacts _ -> false;
      case Deed.OnHandling _ -> true;
      case Deed.OnStory told -> told instanceof Deed.Relate || told instanceof Deed.Unrelate;
      case Deed.OnWork work -> !(work instanceof Deed.Attach);
      case Deed.OnStage _ -> true;
    };
  }
}
