/// What is due, for calendars that ask without signing in, and as a file to take away.
@NullMarked
package org.parley.node.feeds;

import org.jspecify.annotations.NullMarked;
