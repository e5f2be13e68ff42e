package org.parley.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.parley.formats.archive.Tally;
import org.parley.formats.archive.Watcher;

/// Shows how far a run has come, on a terminal only, and turns Ctrl-C into an orderly stop.
final class Progress implements Watcher, AutoCloseable {

  private static final long SHOWN_EVERY_NANOS = 200_000_000L;
  private static final int BAR = 30;

  /// How long a stopping program waits for the record in hand.
  private static final long PATIENCE_MILLIS = 10_000;

  private final PrintWriter err;
  private final boolean shown;
  private final long size;
  private final Thread hook;
  private volatile boolean stop;
  private volatile boolean finished;
  private long lastShown;

  private Progress(PrintWriter err, boolean shown, long size) {
    this.err = err;
    this.shown = shown;
    this.size = Math.max(1, size);
    Thread worker = Thread.currentThread();
    this.hook = new Thread(() -> stopAndWait(worker), "orderly-stop");
  }

  static Progress on(Talk talk, long size) {
    Progress progress = new Progress(talk.err(), talk.terminal().interactive(), size);
    Runtime.getRuntime().addShutdownHook(progress.hook);
    return progress;
  }

  private void stopAndWait(Thread worker) {
    if (finished) {
      return;
    }
    stop = true;
    try {
      worker.join(PATIENCE_MILLIS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void at(Tally tally, long taken) {
    long now = System.nanoTime();
    if (!shown || now - lastShown < SHOWN_EVERY_NANOS) {
      return;
    }
    lastShown = now;
    int full = (int) Math.min(BAR, BAR * taken / size);
    err.printf(
        Locale.ROOT,
        "\r[%s%s] %3d %%  %d + %d",
        "█".repeat(full),
        "·".repeat(BAR - full),
        Math.min(100, 100 * taken / size),
        tally.written(),
        tally.rejected());
    err.flush();
  }

  @Override
  public boolean stopAsked() {
    return stop;
  }

  @Override
  public void close() {
    if (finished) {
      return;
    }
    finished = true;
    if (shown) {
      err.print("\r" + " ".repeat(BAR + 40) + "\r");
      err.flush();
    }
    if (!stop) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
