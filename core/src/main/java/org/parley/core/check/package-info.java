/// Communication checks: does the network work, and who can be reached how fast.
@NullMarked
package org.parley.core.check;

import org.jspecify.annotations.NullMarked;
