/// Incident files: reading them with all their revisions, and writing them again.
@NullMarked
package org.parley.formats.parley.incident;

import org.jspecify.annotations.NullMarked;
