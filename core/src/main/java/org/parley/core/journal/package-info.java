/// The log that cannot be rewritten unseen: entries, the Merkle tree above them, signed checkpoints
/// and the proofs that others can check. It knows digests and bytes, and nothing of what they mean.
@NullMarked
package org.parley.core.journal;

import org.jspecify.annotations.NullMarked;
