/// More ways to look at one case: on other scales, as one page to hand over, as a calendar.
@NullMarked
package org.parley.node.caseview;

import org.jspecify.annotations.NullMarked;
