/// What follows from a level and a type inside a State: who is called, what is done, what is due by
/// when.
@NullMarked
package org.parley.core.response;

import org.jspecify.annotations.NullMarked;
