/// Who works at a node and what each may do there: roles, actions, relations, one table.
@NullMarked
package org.parley.core.people;

import org.jspecify.annotations.NullMarked;
