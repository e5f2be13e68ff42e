package org.parley.duties.port;

import java.time.Instant;
import java.util.List;
import org.parley.core.directory.SealingKeys;

/// Our sealing keys, period by period.
public interface KeyRing {

  /// Makes a pair for a period and keeps its private half, wrapped, before it returns; asked again
  /// for the same period, it returns what it made.
  SealingKeys create(String period, Instant from, Instant until);

  /// The periods whose private halves still exist, oldest first.
  List<SealingKeys> held();

  /// Destroys the private half of a period: nothing sealed to it can be opened from now on, by
  /// anybody.
  void destroy(String period);
}
