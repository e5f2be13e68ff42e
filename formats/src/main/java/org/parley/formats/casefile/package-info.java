/// The events of an incident's life as bytes, and cases as files for people.
@NullMarked
package org.parley.formats.casefile;

import org.jspecify.annotations.NullMarked;
