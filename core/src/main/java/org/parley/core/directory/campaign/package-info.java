/// The yearly round in which the States of a network are asked to confirm their sheets of offices.
@NullMarked
package org.parley.core.directory.campaign;

import org.jspecify.annotations.NullMarked;
