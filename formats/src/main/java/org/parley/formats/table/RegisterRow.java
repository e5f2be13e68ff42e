package org.parley.formats.table;

import java.util.List;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Issue;

/// One row of a register, read as an incident.
///
/// @param number of the row, as spreadsheets show it
/// @param report what in the row was not understood, ambiguous or kept as it is
public record RegisterRow(int number, Incident incident, List<Issue> report) {}
