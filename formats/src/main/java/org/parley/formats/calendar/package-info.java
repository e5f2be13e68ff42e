/// What is due, as a calendar that other programs read (RFC 5545).
@NullMarked
package org.parley.formats.calendar;

import org.jspecify.annotations.NullMarked;
