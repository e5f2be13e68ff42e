/// What is measured.
@NullMarked
package org.parley.bench.jmh;

import org.jspecify.annotations.NullMarked;
