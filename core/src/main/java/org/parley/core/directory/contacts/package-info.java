/// What is kept of a State's offices so that others can reach them: who, when, how, until when, and
/// how it came to be known. Offices and never persons.
@NullMarked
package org.parley.core.directory.contacts;

import org.jspecify.annotations.NullMarked;
