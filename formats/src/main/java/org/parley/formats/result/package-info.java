/// Results as JSON, one line an incident.
@NullMarked
package org.parley.formats.result;

import org.jspecify.annotations.NullMarked;
