/// Deeds of programs: each once, however often it is sent.
@NullMarked
package org.parley.duties.programs;

import org.jspecify.annotations.NullMarked;
