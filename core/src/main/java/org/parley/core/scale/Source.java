package org.parley.core.scale;

import java.util.Optional;
import org.parley.core.terms.Certainty;

/// A source that citations point to, and how sure it is.
public record Source(String key, String text, Optional<String> url, Certainty certainty) {}
