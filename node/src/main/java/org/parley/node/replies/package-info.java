/// Acknowledgements that came outside the network, taken down by an officer: a call, or a mail that
/// is checked and kept.
@NullMarked
package org.parley.node.replies;

import org.jspecify.annotations.NullMarked;
