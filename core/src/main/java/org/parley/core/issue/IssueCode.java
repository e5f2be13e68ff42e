package org.parley.core.issue;

/// The catalogue of problems that people are told about. A number is never given to another problem
/// later.
///
/// 1xx documents as such · 2xx facts and incidents · 3xx scale editions · 4xx imports · 5xx library
/// · 6xx command line · 701-759 exchange, handling · 761-799 directory, journal, seal · 801-849
/// store, couriers, relay · 851-899 duties
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
  LIBRARY_ENTRY_CHANGED(502, true),

  FORMAT_UNKNOWN(701, true),
  FORMAT_EDITION_UNKNOWN(702, false),
  ITEM_MISSING(703, true),
  ITEM_UNKNOWN(704, true),
  NIL_REFUSED(705, true),
  ITEM_WRONG(706, true),
  SENDER_MAY_NOT(707, true),
  ANSWER_DOES_NOT_FIT(708, true),
  STATEMENT_IRREGULAR(709, false),
  NUMBER_REPEATED(710, true),
  TWO_STATEMENTS_ONE_NUMBER(711, false),
  REALM_MIXED(712, true),
  CONVERSATION_MIXED(713, true),
  NOT_ADDRESSED(714, true),
  RECEIPT_NOT_ADDRESSEES(715, true),
  STATEMENT_UNKNOWN(716, true),
  STEP_NOT_ALLOWED(717, true),
  SAME_HAND(718, true),
  SENT_STAYS(719, true),
  SUCCESSOR_NOT_SENDERS(720, true),
  PROPOSED_TIME_TOO_EARLY(721, true),
  MARKING_ABOVE_CEILING(722, true),
  MARKING_WEAKENED(723, true),
  RELEASE_REFUSED(724, true),
  MARKING_NOT_KNOWN(725, false),
  WAITS_FOR_ANOTHER(726, false),
  EDITION_NOT_UNDERSTOOD(727, true),
  NOT_UNICODE(728, true),
  CHECK_DIFFERS(729, true),
  LINE_LOST(730, true),
  ENCLOSURE_UNKNOWN(731, true),
  PADDING_WRONG(732, true),
  SEVERITY_DIFFERS(733, false),
  SEVERITY_NOT_RECOMPUTED(734, false),
  NOT_OUR_OFFICE(735, true),

  SIGNATURE_UNREADABLE(761, true),
  SIGNATURE_MISSING(762, true),
  SIGNATURE_REPEATED(763, true),
  SIGNATURE_WRONG(764, true),
  CERTIFICATE_WRONG(765, true),
  ALGORITHM_REFUSED(766, true),
  SEAL_UNREADABLE(767, true),
  NOT_SEALED_TO_US(768, true),
  SEAL_BROKEN(769, true),
  KEY_REFUSED(770, true),
  TIME_STAMP_REFUSED(771, true),
  ENTRY_UNREADABLE(772, true),
  NOTE_UNREADABLE(773, true),
  CHECKPOINT_WRONG(774, true),
  LOG_ROLLED_BACK(775, true),
  LOG_FORKED(776, true),
  PROOF_WRONG(777, true),
  QUORUM_MISSING(778, true),
  CHECKPOINT_UNPROVEN(779, true),
  LOG_TOLD_TWICE(780, false),
  DIRECTORY_UNREADABLE(781, true),
  DIRECTORY_ROLLED_BACK(782, true),
  DIRECTORY_FORKED(783, true),
  DIRECTORY_GAP(784, true),
  DIRECTORY_CONTRADICTS(785, true),
  FINGERPRINT_DIFFERS(786, true),
  KEY_REVOKED(787, true),
  ROSTER_OUTDATED(788, true),
  ROSTER_SIGNERS(789, true),
  ROSTER_CONTRADICTS(790, true),
  CHARTER_SIGNERS(791, true),
  CHARTER_CONTRADICTS(792, true),

  COUNTERPART_UNKNOWN(851, true),
  NO_KEY_FOR_NOW(852, true),
  OFFICE_WITHOUT_NODE(853, true),
  PARCEL_TOO_LARGE(854, true),
  PARCEL_NOT_OPENED(855, true),
  PARCEL_MISDIRECTED(856, true),
  ENCLOSED_SWAPPED(857, true),
  ENCLOSED_UNKNOWN(858, true),
  LINK_FORKED(859, true),
  RECEIVED_BEFORE(860, false),
  CERTIFICATES_OTHER(861, true),
  INCIDENT_UNKNOWN(901, true),
  DEED_NOT_NOW(902, true),
  WORDS_UNFIT(903, true),
  POINTER_ONLY(904, true),
  NOTHING_STATED(905, true),
  TOO_MANY_AT_ONCE(906, true),
  STATEMENT_NOT_IN_CASE(907, true),
  STATEMENT_TAKEN_BACK(908, true),
  NOTHING_BESIDE(909, true),
  NOT_THE_SPEAKER(910, true),
  MARKING_NOT_LOWERED(911, true),
  SHOWN_BY_HOLDER(912, true),
  SHOWN_ONLY_IF_NAMED(913, true),
  OFFICE_NOT_HERE(914, true),
  MOMENT_AHEAD(915, true),
  TIED_TO_ITSELF(916, true),
  TYPE_NOT_STATED(917, true),
  TASKS_OPEN(918, true),
  TASK_NOT_IN_CASE(919, true),
  CASE_NOT_SHOWN(920, true),
  NO_SUCH_NOTE(921, true),
  FILE_NOT_IN_CASE(922, true),
  FILE_THROWN_OUT(923, true),
  FILE_TOO_LARGE(924, true),
  FILES_TOO_MANY(925, true),
  FILE_IN_QUARANTINE(926, true),
  OPENED_BEFORE(927, true),
  SETTING_UNKNOWN(931, true),
  SETTING_REPEATED(932, true),
  SETTING_WRONG(933, true),
  SETTINGS_UNREADABLE(934, true),
  ARGUMENT_UNKNOWN(935, true),
  EDITION_DIFFERS(961, true);

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
