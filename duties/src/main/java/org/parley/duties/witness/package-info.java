/// What keeps logs honest among nodes: checkpoints shown, followed, cosigned and passed on, and
/// slips that are asked for again.
@NullMarked
package org.parley.duties.witness;

import org.jspecify.annotations.NullMarked;
