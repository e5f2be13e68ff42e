/// Reports of incidents as files to be filled in, away from any network.
@NullMarked
package org.parley.desk.report;

import org.jspecify.annotations.NullMarked;
