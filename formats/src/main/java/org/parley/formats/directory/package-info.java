/// Directory entries, roster links and charters as exact bytes of JSON.
@NullMarked
package org.parley.formats.directory;

import org.jspecify.annotations.NullMarked;
