package org.parley.simulator.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
    series();
  }

  /// Numbers rise, and where a node had to be restored by a clock that may have been wrong, none is
  /// given twice.
  private void series() {
    Map<String, Long> last = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (Said said : all.notebook().said().stream().filter(Said::honest).toList()) {
      String series = said.from() + " " + said.realm().word();
      long number = said.thread().number().count();
      Long before = last.put(series, number);
      boolean rises = before == null || before < number;
      boolean isNew = given.add(series + " " + number);
      if (!isNew || !rises && all.notebook().rewoundTo(said.sender()).isEmpty()) {
        all.view(said.sender())
            .ifPresent(view ->
                all.finding(
                    Invariant.I12,
                    view,
                    "number %d after %d of %s".formatted(number, before, series)));
      }
    }
  }
}
