package org.parley.core.casefile.deed;

import java.util.Optional;

/// What is said of an incident when it is closed.
///
/// @param happened what happened, start to end
/// @param cause what brought it about, as far as it is known
/// @param lessons what is to be done otherwise
public record FinalReport(String happened, Optional<String> cause, Optional<String> lessons) {}
