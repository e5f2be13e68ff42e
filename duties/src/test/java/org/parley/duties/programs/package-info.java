@NullMarked
package org.parley.duties.programs;

import org.jspecify.annotations.NullMarked;
