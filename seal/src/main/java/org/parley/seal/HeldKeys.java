package org.parley.seal;

import java.util.List;

/// The private halves that still exist.
@FunctionalInterface
interface HeldKeys {

  List<SealingPair> pairs();
}
