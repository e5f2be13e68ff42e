/// What a scale says of an incident: the possible grades, the open questions, the reasons, the
/// issuer's own ruling.
@NullMarked
package org.parley.core.outcome;

import org.jspecify.annotations.NullMarked;
