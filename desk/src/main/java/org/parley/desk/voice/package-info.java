/// Puts results into words, in six languages, for any kind of page.
@NullMarked
package org.parley.desk.voice;

import org.jspecify.annotations.NullMarked;
