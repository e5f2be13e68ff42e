package org.parley.core.issue;

import java.util.Optional;

/// A problem that somebody can mend: what it is, where it stands, and what to do.
///
/// @param code which problem of the catalogue this is
/// @param place where it stands
/// @param message what is wrong, one sentence without the place
/// @param remedy what to do, one sentence, if anything sensible can be said
public record Issue(IssueCode code, Place place, String message, Optional<String> remedy) {

  public boolean isError() {
    return code.isError();
  }

  /// The problem in full: place, code and sentence, the offending line with a caret, and the
  /// remedy.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append(place).append(": ").append(code.isError() ? "error " : "note ");
    out.append(code.label()).append(": ").append(message);
    place
        .text()
        .ifPresent(line -> {
          out.append("\n    ").append(line);
          if (place.column() > 0 && place.column() <= line.length() + 1) {
            out.append("\n    ").append(" ".repeat(place.column() - 1)).append('^');
          }
        });
    remedy.ifPresent(what -> out.append("\n    → ").append(what));
    return out.toString();
  }
}
