package org.parley.simulator;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

/// What somebody asks of `parley simulate`.
///
/// @param plan the first run
/// @param seeds how many runs
/// @param replay whether one run is to be seen again
record Wish(Plan plan, int seeds, boolean replay) {

  static final String USAGE =
      """
      usage: ./parley simulate [--seeds N] [--from S] [--nodes K] [--mode safety|liveness]
                               [--seal twin|real] [--without fsync|signatures|dedupe|markings|gossip|restored]
             ./parley simulate --replay SEED [--steps N]      the same options as it had\
      """;

  static Wish of(List<String> words) {
    long seed = 1;
    int seeds = 200;
    int nodes = 0;
    int steps = Integer.MAX_VALUE;
    boolean replay = false;
    Plan.Mode mode = Plan.Mode.EITHER;
    Plan.Sealing sealing = Plan.Sealing.TWIN;
    Set<Without> without = EnumSet.noneOf(Without.class);
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + " is no option, or wants a value");
      }
      String value = rest.next();
      switch (option) {
        case "--seeds" -> seeds = (int) number(value);
        case "--from" -> seed = number(value);
        case "--replay" -> {
          seed = number(value);
          replay = true;
        }
        case "--nodes" -> nodes = (int) number(value);
        case "--steps" -> steps = (int) number(value);
        case "--mode" -> mode = Plan.Mode.parse(value).orElseThrow(() -> unknown(value));
        case "--seal" -> sealing = Plan.Sealing.parse(value).orElseThrow(() -> unknown(value));
        case "--without" -> without.add(Without.parse(value).orElseThrow(() -> unknown(value)));
        default -> throw unknown(option);
      }
    }
    return new Wish(new Plan(seed, nodes, mode, sealing, without, steps), seeds, replay);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(text + " is no whole number");
    }
  }

  private static IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException("does not know " + word);
  }
}
