/// How long the pages of a full node take: a program of its own.
@NullMarked
package org.parley.bench.pages;

import org.jspecify.annotations.NullMarked;
