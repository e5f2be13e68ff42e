package org.parley.core.directory.contacts;

import java.time.Instant;
import org.parley.core.people.Hand;
import org.parley.core.terms.Party;

/// A deed that was done, by whom and when.
public record SheetEvent(Party state, SheetDeed deed, Hand by, Instant at) {}
