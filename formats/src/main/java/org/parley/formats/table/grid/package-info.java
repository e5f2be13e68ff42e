/// Tables as grids of cells that know their place, read from CSV files and spreadsheets without
/// guessing what the cells mean.
@NullMarked
package org.parley.formats.table.grid;

import org.jspecify.annotations.NullMarked;
