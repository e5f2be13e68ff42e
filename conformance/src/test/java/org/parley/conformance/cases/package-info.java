/// Whether the worked cases of a scale come close to every figure of its source, from both sides.
@org.jspecify.annotations.NullMarked
package org.parley.conformance.cases;
