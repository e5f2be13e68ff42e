package org.parley.formats.archive;

/// Watches a run over an archive, for a progress bar and a way to stop.
public interface Watcher {

  /// Told after each line.
  ///
  /// @param taken bytes taken from the source so far, packed as they are
  void at(Tally tally, long taken);

  /// Asked after each line: whether to stop there.
  boolean stopAsked();

  /// Watches nothing and never stops.
  static Watcher none() {
    return new Watcher() {
      @Override
      public void at(Tally tally, long taken) {}

      @Override
      public boolean stopAsked() {
        return false;
      }
    };
  }
}
