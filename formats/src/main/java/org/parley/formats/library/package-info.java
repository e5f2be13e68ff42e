/// The reference data of the house, found and read on demand, from a folder or from the packed file
/// that a build makes.
@NullMarked
package org.parley.formats.library;

import org.jspecify.annotations.NullMarked;
