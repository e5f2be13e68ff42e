/// A page of the web as a kind of page that results can be told on.
@NullMarked
package org.parley.desk.html;

import org.jspecify.annotations.NullMarked;
