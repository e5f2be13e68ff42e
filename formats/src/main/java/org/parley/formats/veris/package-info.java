/// Incidents in VERIS, the Vocabulary for Event Recording and Incident Sharing: records of schema
/// versions 1.3 to 1.4 are read as stated facts, each with the field it comes from, and with a
/// report that accounts for every value of the record.
@NullMarked
package org.parley.formats.veris;

import org.jspecify.annotations.NullMarked;
