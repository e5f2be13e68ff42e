/// Whether the compiled evaluator says of a scale what the plain one says, over whole input spaces.
@org.jspecify.annotations.NullMarked
package org.parley.conformance.agreement;
