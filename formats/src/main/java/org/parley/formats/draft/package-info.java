/// Drafts of scales as bytes for the books, and their files changed in places.
@NullMarked
package org.parley.formats.draft;

import org.jspecify.annotations.NullMarked;
