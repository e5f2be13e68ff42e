@NullMarked
package org.parley.seal.age;

import org.jspecify.annotations.NullMarked;
