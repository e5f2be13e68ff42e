/// Communication checks in the browser: planning, the live ledger, answering.
@NullMarked
package org.parley.node.checks;

import org.jspecify.annotations.NullMarked;
