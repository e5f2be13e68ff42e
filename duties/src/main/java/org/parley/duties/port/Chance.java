package org.parley.duties.port;

import org.parley.core.terms.Octets;

/// Where unguessable bytes come from: the platform's generator, or a seed in a simulation.
@FunctionalInterface
public interface Chance {

  Octets draw(int bytes);
}
