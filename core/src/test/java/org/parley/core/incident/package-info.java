/// Tests of what is stated about one incident.
@org.jspecify.annotations.NullMarked
package org.parley.core.incident;
