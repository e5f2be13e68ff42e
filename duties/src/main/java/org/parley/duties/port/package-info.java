/// What the duties need of the world, each as a port with a contract: keys, durable books,
/// couriers, time stamps.
@NullMarked
package org.parley.duties.port;

import org.jspecify.annotations.NullMarked;
