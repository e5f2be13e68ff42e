/// Many incidents in one file, one a line, read as a stream in bounded memory: what is accepted
/// goes to one file, what is rejected to another with its reasons, and nothing is lost in between.
@NullMarked
package org.parley.formats.archive;

import org.jspecify.annotations.NullMarked;
