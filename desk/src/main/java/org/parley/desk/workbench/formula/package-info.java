/// A computed score as people write it, and as a scale's file holds it.
@NullMarked
package org.parley.desk.workbench.formula;

import org.jspecify.annotations.NullMarked;
