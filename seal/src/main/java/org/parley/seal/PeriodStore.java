package org.parley.seal;

import java.util.List;

/// Where private halves lie between two runs.
public interface PeriodStore {

  /// Keeps nothing.
  PeriodStore NOWHERE =
      new PeriodStore() {
        @Override
        public List<SealingPair> all() {
          return List.of();
        }

        @Override
        public void keep(SealingPair pair) {}

        @Override
        public void destroy(String period) {}
      };

  List<SealingPair> all();

  /// Returns once the pair is forced to disk.
  void keep(SealingPair pair);

  void destroy(String period);
}
