@NullMarked
package org.parley.duties.checks;

import org.jspecify.annotations.NullMarked;
