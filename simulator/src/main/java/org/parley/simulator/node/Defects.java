package org.parley.simulator.node;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How a breakdown is told: what it was, and where in our own code.
final class Defects {

  private static final int LINES = 12;

  private Defects() {}

  static String told(Throwable defect) {
    return defect
        + Arrays.stream(defect.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.parley"))
            .limit(LINES)
            .map(frame ->
                "\n      at "
                    + frame.getClassName().substring("org.parley.".length())
                    + "."
                    + frame.getMethodName()
                    + ":"
                    + frame.getLineNumber())
            .collect(Collectors.joining());
  }
}
