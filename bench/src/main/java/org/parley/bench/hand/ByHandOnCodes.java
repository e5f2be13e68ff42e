package org.parley.bench.hand;

/// The three scales by hand on coded facts, one byte each: the limit of what tables can do.
public final class ByHandOnCodes {

  // Scores times weights.
  private static final int[] ACTIVITY = {0, 60, 150, 240, 330, 420, 510, 600};
  private static final int[] ACTOR = {0, 80, 180, 240, 400};
  private static final int[] LOCATION = {0, 60, 100, 140, 200, 260, 300, 360, 400};
  private static final int[] INFORMATION = {0, 30, 90, 165, 240, 300};
  private static final int[] SECTOR = {15, 45, 60, 75, 150, 180, 210, 240, 270, 300};
  private static final int[] RECOVERY = {50, 200, 350, 500};
  private static final int[] DEPENDENCY = {0, 80, 140, 220, 320, 400};
  private static final int[] SPREAD = {0, 50, 100, 175, 225, 300, 375, 450, 500};

  private static final byte[] CELLS = {
    0, 0, 0, 1, 1, 2,
    0, 1, 1, 2, 2, 3,
    1, 1, 2, 3, 3, 4,
    1, 2, 3, 3, 4, 5,
    2, 3, 4, 4, 5, 5
  };

  private ByHandOnCodes() {}

  public static int weighted(byte[] code) {
    return ByHand.band(
        ACTIVITY[code[0]]
            + ACTOR[code[1]]
            + LOCATION[code[2]]
            + INFORMATION[code[3]]
            + SECTOR[code[4]]
            + RECOVERY[code[5]]
            + DEPENDENCY[code[6]]
            + SPREAD[code[7]]);
  }

  public static int matrix(byte[] code) {
    return cell(code[0], code[1]);
  }

  static int cell(int impact, int scope) {
    return CELLS[impact * 6 + scope];
  }

  public static int gate(byte[] code) {
    return code[0] == 1
            && (code[1] == 2 || code[2] + code[3] + code[4] + code[5] + code[6] + code[7] >= 2)
        ? 1
        : 0;
  }
}
