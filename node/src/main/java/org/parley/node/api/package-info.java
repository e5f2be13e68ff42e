/// The programming interface, as `openapi.yaml` lays it down.
@NullMarked
package org.parley.node.api;

import org.jspecify.annotations.NullMarked;
