@org.jspecify.annotations.NullMarked
package org.parley.formats.calendar;
