package org.parley.desk.voice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.response.ResponsePlan;
import org.parley.core.response.Within;

/// Tells what a response plan asks for at a level: who is called, what is done, what is due by
/// when.
public final class PlanText {

  private final ResponsePlan plan;
  private final Labels labels;
  private final Words words;

  public PlanText(ResponsePlan plan, Labels labels, Words words) {
    this.plan = plan;
    this.labels = labels;
    this.words = words;
  }

  /// @param starts the moments that times run from, as far as they are known: `awareness`,
  ///   `classification`
  public void tell(Page page, ResponsePlan.Entry entry, Map<String, Instant> starts) {
    if (!entry.calls().isEmpty()) {
      part(page, "heading.called");
      page.table(4, entry.calls().stream().map(this::call).toList());
    }
    if (!entry.measures().isEmpty()) {
      part(page, "heading.measures");
      entry.measures().forEach(key -> page.paragraph(4, 2, "· " + measure(key)));
    }
    if (!entry.dues().isEmpty()) {
      part(page, "heading.due");
      Map<String, Instant> known = new HashMap<>(starts);
      List<List<String>> rows = new ArrayList<>();
      for (ResponsePlan.Due due : entry.dues()) {
        Optional<Instant> moment =
            Optional.ofNullable(known.get(due.from())).map(due.within()::after);
        moment.ifPresent(at -> known.put(due.report(), at));
        rows.add(
            List.of(
                labels.of("reports." + due.report()),
                moment.map(at -> words.say("clock.by", at)).orElse(""),
                within(due.within()) + " " + from(due.from())));
      }
      page.table(4, rows);
    }
  }

  private void part(Page page, String key) {
    page.line(2, page.paint().strong(words.say(key)));
  }

  private List<String> call(ResponsePlan.Call call) {
    String role =
        labels
            .find("roles." + call.role() + ".label")
            .orElseGet(() -> Labels.readable(call.role()));
    return List.of(
        role, call.within().map(this::within).orElseGet(() -> words.say("clock.at-once")));
  }

  private String measure(String key) {
    return labels
        .find("measures." + key)
        .orElseGet(() -> plan.parts().measures().getOrDefault(key, key));
  }

  private String within(Within within) {
    if (within.isAtOnce()) {
      return words.say("clock.at-once");
    }
    String span =
        within.months() > 0
            ? words.count("month", within.months())
            : Durations.text(words, within.rest().toSeconds());
    return words.say("clock.within", span);
  }

  private String from(String from) {
    return words.knows("clock.from." + from)
        ? words.say("clock.from." + from)
        : words.say("clock.from.report", labels.of("reports." + from));
  }
}
