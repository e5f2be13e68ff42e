package org.parley.core.issue;

/// The catalogue of problems that people are told about. A number is never given to another problem
/// later.
///
/// 1xx documents as such · 2xx facts and incidents · 3xx scale editions · 4xx imports · 5xx library
/// · 6xx command line
public enum IssueCode {
  DOCUMENT_UNREADABLE(101, true),
  DOCUMENT_TOO_LARGE(102, true),
  NOT_UTF8(103, true),
  SYNTAX(104, true),
  TOO_DEEP(105, true),
  DUPLICATE_KEY(106, true),
  YAML_FEATURE_REFUSED(107, true),
  EMPTY_DOCUMENT(108, true),
  UNKNOWN_KEY(109, true),
  MISSING_KEY(110, true),
  WRONG_SHAPE(111, true),
  TRUNCATED(112, true),

  UNKNOWN_FACT(201, true),
  WRONG_TYPE(202, true),
  UNKNOWN_OPTION(203, true),
  OVER_CAP(204, true),
  FINER_THAN_QUANTUM(205, true),
  BELOW_ZERO(206, true),
  CONSTRAINT_BROKEN(207, true),
  REVISION_ORDER(208, true),
  NOT_POTENTIAL(209, true),
  NOT_REGIONAL(210, true),
  RANGE_REVERSED(211, true),
  STATEMENT_CONFLICT(212, false),

  SCALE_LEVELS(301, true),
  UNKNOWN_LEVEL(302, true),
  UNKNOWN_NAME(303, true),
  TEST_DOES_NOT_FIT(304, true),
  HOLE(305, true),
  BANDS(306, true),
  CITATION_UNKNOWN(307, true),
  OUTSIDE_FRAGMENT(308, true),
  UNREACHABLE(309, false),
  UNUSED(310, false),
  CIRCLE(311, true),
  CASE_FAILS(312, true),
  LABEL_MISSING(313, false),
  VALIDITY(314, true),
  NOT_IN_FORCE(315, true),
  REFERENCE_MISSING(316, true),

  NOT_UNDERSTOOD(401, false),
  AMBIGUOUS(402, false),
  KEPT_AS_IS(403, false),
  RECORD_REJECTED(404, true),
  CONTRADICTION(405, false),
  ARCHIVE_DIFFERS(406, true),
  RUN_UNFINISHED(407, true),

  LIBRARY_ENTRY_MISSING(501, true),
  LIBRARY_ENTRY_CHANGED(502, true);

  private final int number;
  private final boolean error;

  IssueCode(int number, boolean error) {
    this.number = number;
    this.error = error;
  }

  /// Whether the thing that has this problem is refused; otherwise the problem is a note.
  public boolean isError() {
    return error;
  }

  public int number() {
    return number;
  }

  /// The code as people quote it, such as `P104`.
  public String label() {
    return "P" + number;
  }
}
