package org.parley.cli;

/** The numbers this program ends with, after sysexits. */
public final class ExitStatus {
  /** All went well. */
  public static final int OK = 0;

  /** All was looked at, and something is to be seen to soon. */
  public static final int SOON = 1;

  /** All was looked at, and something is wrong now. */
  public static final int NOW = 2;

  /** The command line itself was wrong. */
  public static final int USAGE = 64;

  /** The input was read and is not acceptable. */
  public static final int BAD_INPUT = 65;

  /** The input could not be found or opened. */
  public static final int NO_INPUT = 66;

  /** Something this program needs is missing on the machine. */
  public static final int UNAVAILABLE = 69;

  /** A fault of this program's own. */
  public static final int DEFECT = 70;

  /** The output could not be created or written. */
  public static final int NO_OUTPUT = 73;

  /** Stopped on request, as shells report an interrupt. */
  public static final int STOPPED = 130;

  private ExitStatus() {}
}
