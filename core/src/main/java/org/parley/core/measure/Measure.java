package org.parley.core.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Citation;

/// One of the sixteen voluntary measures.
///
/// @param number 1 to 16, as the decisions count them
/// @param source the decision it stands in
/// @param acts who usually acts, as keys of the labels
/// @param rhythm how often, as a key of the labels
/// @param served what in Parley serves it, and what does not yet
public record Measure(
    int number, Citation source, List<String> acts, String rhythm, List<Service> served) {

  public static final int LAST = 16;

  public Measure {
    acts = List.copyOf(acts);
    served = List.copyOf(served);
  }

  /// Something that serves a measure.
  ///
  /// @param by a key of the labels
  /// @param at the address of the page, or the command; empty where there is nothing yet
  public record Service(String by, How how, Optional<String> at) {}

  /// How a service is reached.
  public enum How {
    /// A page of the node.
    PAGE,
    /// A command of the command line; no page yet.
    COMMAND,
    /// Nothing serves it so far.
    NOT_YET;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The key of its texts.
  public String key() {
    return "m" + number;
  }
}
