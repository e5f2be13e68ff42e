package org.parley.core.engine;

import java.util.List;

/// What compiling an edition gives: the scale ready for use, or the reasons why the engine cannot
/// prove its answers for it.
public sealed interface Compiled {

  record Ready(CompiledScale scale) implements Compiled {}

  /// @param reasons at least one, in plain words
  record OutsideFragment(List<String> reasons) implements Compiled {}

  /// The scale, where the caller knows that it compiles.
  default CompiledScale orThrow() {
    return switch (this) {
      case Ready(CompiledScale scale) -> scale;
      case OutsideFragment(List<String> reasons) ->
          throw new IllegalStateException(String.join("\n", reasons));
    };
  }
}
