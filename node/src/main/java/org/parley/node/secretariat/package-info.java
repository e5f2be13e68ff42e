/// The desk of whoever runs the network: what is to be registered, who has confirmed, who was heard
/// when, and which documents there are. Nothing that States say to each other.
@NullMarked
package org.parley.node.secretariat;

import org.jspecify.annotations.NullMarked;
