/// Drafts as bytes, and files changed in places.
@org.jspecify.annotations.NullMarked
package org.parley.formats.draft;
