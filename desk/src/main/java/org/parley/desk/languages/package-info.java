/// Languages that an operator adds: one file of words each, beside the six of the program.
@NullMarked
package org.parley.desk.languages;

import org.jspecify.annotations.NullMarked;
