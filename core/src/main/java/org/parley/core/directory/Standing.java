package org.parley.core.directory;

import org.parley.core.terms.Digest;

/// The last entry of a party that was taken, with the digest of its exact bytes.
public record Standing(DirectoryEntry entry, Digest digest) {}
