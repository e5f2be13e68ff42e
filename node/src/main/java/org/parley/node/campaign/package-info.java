/// The pages of the yearly round in which States are asked to confirm their sheets of offices.
@NullMarked
package org.parley.node.campaign;

import org.jspecify.annotations.NullMarked;
