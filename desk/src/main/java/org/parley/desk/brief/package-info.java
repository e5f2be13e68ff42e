/// One matter told to a policy office on two pages.
@NullMarked
package org.parley.desk.brief;

import org.jspecify.annotations.NullMarked;
