/// Runs the measurements and prints tables of ratios.
@NullMarked
package org.parley.bench.report;

import org.jspecify.annotations.NullMarked;
