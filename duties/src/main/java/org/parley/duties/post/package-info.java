/// Parcels: slips, wrapping, unwrapping, and who the counterparts are.
@NullMarked
package org.parley.duties.post;

import org.jspecify.annotations.NullMarked;
