/// A draft of a scale: read with all problems told, tried on its cases, compared with other
/// editions, and changed by forms.
@NullMarked
package org.parley.desk.workbench;

import org.jspecify.annotations.NullMarked;
