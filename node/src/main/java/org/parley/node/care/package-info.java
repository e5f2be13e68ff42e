/// Health and measurements, without content.
@NullMarked
package org.parley.node.care;

import org.jspecify.annotations.NullMarked;
