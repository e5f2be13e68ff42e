package org.parley.core.casefile.deed;

/// What the duty officer makes of a report.
public sealed interface Triage {

  String reason();

  /// An incident not known so far.
  record New(String reason) implements Triage {}

  /// The same incident as another, where it is followed.
  record DuplicateOf(CaseId other, String reason) implements Triage {}

  /// No incident, and why.
  record NotAnIncident(String reason) implements Triage {}
}
