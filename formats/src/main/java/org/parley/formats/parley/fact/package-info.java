/// The fact catalogue, lists of types, and values of facts as text.
@NullMarked
package org.parley.formats.parley.fact;

import org.jspecify.annotations.NullMarked;
