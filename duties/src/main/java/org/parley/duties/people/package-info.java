/// Accounts, sign-in and sessions: what a node does with its people.
@NullMarked
package org.parley.duties.people;

import org.jspecify.annotations.NullMarked;
