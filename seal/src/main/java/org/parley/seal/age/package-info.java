/// Files locked with a password, in the format of age (age-encryption.org/v1): what is locked here,
/// the programs of others open too.
@NullMarked
package org.parley.seal.age;

import org.jspecify.annotations.NullMarked;
