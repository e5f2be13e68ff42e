package org.parley.node.incidents.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Work;
import org.parley.core.incident.Revision;
import org.parley.core.response.Deadline;
import org.parley.core.response.ResponsePlan;
import org.parley.core.response.Within;
import org.parley.core.scale.Grade;
import org.parley.desk.voice.Labels;
import org.parley.duties.casefile.OwnScale;

/// Who is called now, what is done, and what is due by when: what the response plan asks for at the
/// gravest level that is possible.
///
/// @param plan its name; empty where there is none for the scale, or nothing is asked for
/// @param level the level it is read at
public record Response(
    String plan, String level, List<Call> calls, List<String> measures, List<Due> dues) {

  static final Response NOTHING = new Response("", "", List.of(), List.of(), List.of());

  /// @param role its key
  /// @param called when it was called, if it was
  public record Call(String role, String name, String within, Optional<Instant> called) {}

  /// @param key that of the report
  /// @param under the rules that ask for it, and how long they give
  /// @param passed whether its time went by with nothing recorded
  public record Due(
      String key,
      String name,
      String under,
      Optional<Instant> by,
      Optional<Instant> made,
      boolean passed) {}

  static Response of(
      Casefile state, Revision revision, OwnScale scale, Speech speech, Instant now) {
    List<Grade.Level> levels = scale.levels(revision);
    Optional<ResponsePlan> asking = scale.plan(revision);
    if (levels.isEmpty() || asking.isEmpty()) {
      return NOTHING;
    }
    Grade.Level gravest = levels.getLast();
    ResponsePlan plan = asking.get();
    Labels labels = speech.shelf().planLabels(plan);
    ResponsePlan.Entry asked = scale.asked(revision, gravest);
    List<Call> calls = new ArrayList<>();
    for (ResponsePlan.Call call : asked.calls()) {
      calls.add(
          new Call(
              call.role(),
              labels.first(List.of("roles." + call.role() + ".label", "roles." + call.role())),
              within(call.within().orElse(Within.AT_ONCE), speech),
              when(state.work().calls(), call.role())));
    }
    List<Due> dues = new ArrayList<>();
    for (Deadline deadline : scale.deadlines(state, revision, gravest)) {
      dues.add(due(deadline, labels, speech, now));
    }
    return new Response(
        plan.name(),
        speech.voice().phrases().grade(gravest),
        calls,
        asked.measures().stream().map(key -> measure(plan, labels, key)).toList(),
        dues);
  }

  private static Due due(Deadline deadline, Labels labels, Speech speech, Instant now) {
    ResponsePlan.Due due = deadline.due();
    String span = within(due.within(), speech) + " " + from(due.from(), labels, speech);
    return new Due(
        due.report(),
        labels.of("reports." + due.report()),
        due.regime().map(regime -> regime + " · " + span).orElse(span),
        deadline.by(),
        deadline.made(),
        deadline.isPassed(now));
  }

  private static String measure(ResponsePlan plan, Labels labels, String key) {
    return labels
        .find("measures." + key)
        .orElseGet(() -> plan.parts().measures().getOrDefault(key, key));
  }

  private static Optional<Instant> when(List<Work.Done> done, String key) {
    return done.stream().filter(each -> each.key().equals(key)).map(Work.Done::at).findFirst();
  }

  private static String within(Within within, Speech speech) {
    if (within.isAtOnce()) {
      return speech.words().say("clock.at-once");
    }
    long hours = within.rest().toHours();
    String span =
        within.months() > 0
            ? speech.words().count("month", within.months())
            : within.rest().toMinutes() < 60
                ? speech.words().say("page.minutes", within.rest().toMinutes())
                : hours < 96 || hours % 24 != 0
                    ? speech.words().say("page.hours", hours)
                    : speech.words().say("page.days", hours / 24);
    return speech.words().say("clock.within", span);
  }

  private static String from(String from, Labels labels, Speech speech) {
    return speech.words().knows("clock.from." + from)
        ? speech.words().say("clock.from." + from)
        : speech.words().say("clock.from.report", labels.of("reports." + from));
  }
}
