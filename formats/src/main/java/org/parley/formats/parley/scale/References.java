package org.parley.formats.parley.scale;

import java.util.Optional;
import java.util.Set;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;

/// The reference data that a scale can name.
public interface References {

  /// No reference data at all.
  References NONE =
      new References() {
        @Override
        public Optional<Set<String>> group(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Quantity.Series> series(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<ScaleEdition.Rates> rates(String name) {
          return Optional.empty();
        }
      };

  /// The codes of a group such as `eu`.
  Optional<Set<String>> group(String name);

  /// A series of yearly figures such as `es/gdp`.
  Optional<Quantity.Series> series(String name);

  /// A rate table such as `ecb/2025-06-30`.
  Optional<ScaleEdition.Rates> rates(String name);
}
