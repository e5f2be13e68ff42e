/// People's ways through the pages of a node, in a real browser, against the real program.
@NullMarked
package org.parley.journeys;

import org.jspecify.annotations.NullMarked;
