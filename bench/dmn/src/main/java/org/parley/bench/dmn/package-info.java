/// KIE's DMN engine behind an interface of the JDK, so that it can be loaded apart.
@NullMarked
package org.parley.bench.dmn;

import org.jspecify.annotations.NullMarked;
