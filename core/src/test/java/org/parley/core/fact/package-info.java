/// Tests of facts and lists of types.
@org.jspecify.annotations.NullMarked
package org.parley.core.fact;
