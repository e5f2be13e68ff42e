/// The durable books in SQL, on SQLite and on PostgreSQL.
@NullMarked
package org.parley.store;

import org.jspecify.annotations.NullMarked;
