/// Registers that are brought in: kept while their columns are mapped, then taken as incidents.
@NullMarked
package org.parley.duties.register;

import org.jspecify.annotations.NullMarked;
