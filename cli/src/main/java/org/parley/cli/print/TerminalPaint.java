package org.parley.cli.print;

import org.parley.desk.voice.Paint;

/// Colours and weights of a terminal, as escape sequences.
public final class TerminalPaint implements Paint {

  /// From calm to alarming, in the 256-colour palette; chosen to be told apart on dark and on light
  /// ground.
  private static final int[] RAMP = {66, 71, 178, 172, 160, 125};

  @Override
  public String level(String text, int rank, int count) {
    int step = count < 2 ? 0 : Math.round((float) rank * (RAMP.length - 1) / (count - 1));
    return "\033[1;38;5;" + RAMP[step] + "m" + text + "\033[0m";
  }

  @Override
  public String strong(String text) {
    return "\033[1m" + text + "\033[0m";
  }

  @Override
  public String faint(String text) {
    return "\033[2m" + text + "\033[0m";
  }

  @Override
  public String warning(String text) {
    return "\033[1;38;5;160m" + text + "\033[0m";
  }
}
