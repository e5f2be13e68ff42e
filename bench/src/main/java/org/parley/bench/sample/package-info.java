/// Three constructed scales, one of each family of rules, and incidents for them.
@NullMarked
package org.parley.bench.sample;

import org.jspecify.annotations.NullMarked;
