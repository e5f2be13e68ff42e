/// Incidents in registers: each row of a table is read as an incident, by a mapping that says which
/// column is which fact. What a cell does not say clearly is told, never guessed.
@NullMarked
package org.parley.formats.table;

import org.jspecify.annotations.NullMarked;
