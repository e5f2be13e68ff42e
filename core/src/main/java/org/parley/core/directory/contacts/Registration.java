package org.parley.core.directory.contacts;

import java.time.LocalDate;

/// That the secretariat has registered what a State named.
///
/// @param reference under which the secretariat keeps it
public record Registration(String reference, LocalDate day) {}
