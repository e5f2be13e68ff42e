package org.parley.core.issue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What checking an input gave: the thing, with notes; or nothing, with every reason.
public sealed interface Checked<T> {

  List<Issue> issues();

  /// Accepted; the issues are notes, none of them an error.
  record Sound<T>(T value, List<Issue> issues) implements Checked<T> {}

  /// Refused; at least one issue is an error.
  record Refused<T>(List<Issue> issues) implements Checked<T> {}

  default <U> Checked<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Sound<T>(T value, List<Issue> notes) -> new Sound<>(change.apply(value), notes);
      case Refused<T>(List<Issue> reasons) -> new Refused<>(reasons);
    };
  }

  /// What comes next, where this was sound; the notes of both stay together.
  default <U> Checked<U> then(Function<? super T, Checked<U>> next) {
    return switch (this) {
      case Sound<T>(T value, List<Issue> notes) ->
          switch (next.apply(value)) {
            case Sound<U>(U result, List<Issue> more) ->
                new Sound<>(result, Stream.concat(notes.stream(), more.stream()).toList());
            case Refused<U> refused -> refused;
          };
      case Refused<T>(List<Issue> reasons) -> new Refused<>(reasons);
    };
  }

  /// The value, where the caller knows that it is sound (library data checked at build time).
  default T orThrow() {
    return switch (this) {
      case Sound<T>(T value, _) -> value;
      case Refused<T>(List<Issue> reasons) ->
          throw new IllegalStateException(
              String.join("\n", reasons.stream().map(Issue::toString).toList()));
    };
  }
}
