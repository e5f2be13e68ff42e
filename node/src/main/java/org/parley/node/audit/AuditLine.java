package org.parley.node.audit;

import java.time.Instant;

/// One deed as the auditor's page shows it.
///
/// @param who the login of the account, or the beginning of its id where it is gone
/// @param office the office it was done for, in words; empty for none
/// @param what the word that the record has for it
/// @param about the number of the incident, or the login of the account concerned
public record AuditLine(Instant at, String who, String office, String what, String about) {}
