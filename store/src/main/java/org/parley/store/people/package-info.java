/// Accounts, sessions and one-time links in SQL, apart from the books.
@NullMarked
package org.parley.store.people;

import org.jspecify.annotations.NullMarked;
