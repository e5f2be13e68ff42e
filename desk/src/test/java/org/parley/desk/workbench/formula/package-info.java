@NullMarked
package org.parley.desk.workbench.formula;

import org.jspecify.annotations.NullMarked;
