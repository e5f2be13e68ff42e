@NullMarked
package org.parley.duties.casefile;

import org.jspecify.annotations.NullMarked;
