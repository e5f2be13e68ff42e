@NullMarked
package org.parley.desk.brief;

import org.jspecify.annotations.NullMarked;
