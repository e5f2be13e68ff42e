/// Set-up, sign-in, accounts: the pages about people.
@NullMarked
package org.parley.node.people;

import org.jspecify.annotations.NullMarked;
