/// What the pages of incidents show, made of what the reader may see and nothing else.
@NullMarked
package org.parley.node.incidents.page;

import org.jspecify.annotations.NullMarked;
