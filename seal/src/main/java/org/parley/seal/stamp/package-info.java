/// Time stamps after RFC 3161: asked for over HTTP, checked against authorities that are known.
@NullMarked
package org.parley.seal.stamp;

import org.jspecify.annotations.NullMarked;
