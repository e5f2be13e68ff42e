/// Tests of the pocket form.
@NullMarked
package org.parley.formats.pocket;

import org.jspecify.annotations.NullMarked;
