package org.parley.simulator.check;

import java.util.HashMap;
import java.util.Map;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Said;

/// I12: each record is kept by its own node's clock and in its own order; numbers count on, however
/// the clock jumps.
record OwnClockOnly(Examination all) {

  void check() {
    for (View view : all.views()) {
      long foreign = view.member().watched().foreignTimes();
      if (foreign > 0) {
        all.finding(
            Invariant.I12, view, foreign + " journal entries bear a time its clock never showed");
      }
    }
    Map<String, Long> last = new HashMap<>();
    for (Said said : all.notebook().said().stream().filter(Said::honest).toList()) {
      String series = said.from() + " " + said.realm().word();
      Long before = last.put(series, said.thread().number().count());
      if (before != null && before >= said.thread().number().count()) {
        all.view(said.sender())
            .ifPresent(view ->
                all.finding(
                    Invariant.I12,
                    view,
                    "number %d after %d of %s"
                        .formatted(said.thread().number().count(), before, series)));
      }
    }
  }
}
