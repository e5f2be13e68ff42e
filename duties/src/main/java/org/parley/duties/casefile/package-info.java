/// What people do with incidents at a node: one class for each verb.
@NullMarked
package org.parley.duties.casefile;

import org.jspecify.annotations.NullMarked;
