/// Registers brought in: columns mapped with guidance, losses shown before anything is saved.
@NullMarked
package org.parley.node.registers;

import org.jspecify.annotations.NullMarked;
