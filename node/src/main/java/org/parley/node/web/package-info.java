/// What every page has: visit, language, layout, errors, headers, size limits.
@NullMarked
package org.parley.node.web;

import org.jspecify.annotations.NullMarked;
