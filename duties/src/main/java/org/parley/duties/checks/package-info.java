/// What an office does with communication checks: plans them, asks, reads what came, answers.
@NullMarked
package org.parley.duties.checks;

import org.jspecify.annotations.NullMarked;
