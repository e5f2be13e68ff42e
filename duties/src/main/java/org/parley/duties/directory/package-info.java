/// Our own entry in the directory, and those of the others.
@NullMarked
package org.parley.duties.directory;

import org.jspecify.annotations.NullMarked;
