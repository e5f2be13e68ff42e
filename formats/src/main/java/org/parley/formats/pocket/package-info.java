/// Scales in their pocket form as bytes, for programs that must answer as soon as they start.
@NullMarked
package org.parley.formats.pocket;

import org.jspecify.annotations.NullMarked;
