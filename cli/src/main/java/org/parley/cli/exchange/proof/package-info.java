/// What is told beside a proof of exchange.
@NullMarked
package org.parley.cli.exchange.proof;

import org.jspecify.annotations.NullMarked;
