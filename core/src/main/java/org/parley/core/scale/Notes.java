package org.parley.core.scale;

import java.util.Optional;
import org.parley.core.terms.Citation;

/// What stands beside a condition for people: where it comes from and how it is called.
///
/// @param cite the source
/// @param label the key of its label in the label files (`as:`)
public record Notes(Optional<Citation> cite, Optional<String> label) {

  public static final Notes NONE = new Notes(Optional.empty(), Optional.empty());
}
