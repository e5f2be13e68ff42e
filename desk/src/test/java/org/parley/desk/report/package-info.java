@NullMarked
package org.parley.desk.report;

import org.jspecify.annotations.NullMarked;
