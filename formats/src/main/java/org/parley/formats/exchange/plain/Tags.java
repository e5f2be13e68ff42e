package org.parley.formats.exchange.plain;

/// The words with which the lines of plain text begin.
final class Tags {

  static final String EXERCISE = "EXERCISE";
  static final String TITLE = "TITLE";
  static final String FORMAT = "FORMAT";
  static final String REALM = "REALM";
  static final String NUMBER = "NUMBER";
  static final String CREATED = "CREATED";
  static final String CONVERSATION = "CONVERSATION";
  static final String LANGUAGE = "LANGUAGE";
  static final String TRANSLATED = "TRANSLATED";
  static final String ALSO_AUTHENTIC = "ALSOAUTHENTIC";
  static final String FROM = "FROM";
  static final String NODE = "NODE";
  static final String CERTIFICATES = "CERTIFICATES";
  static final String TO = "TO";
  static final String COPY = "COPY";
  static final String TLP = "TLP";
  static final String PAP = "PAP";
  static final String GRADE = "GRADE";
  static final String UNKNOWN = "MARKED";
  static final String ANSWERS = "ANSWERS";
  static final String SUPERSEDES = "SUPERSEDES";
  static final String REPLY_BY = "REPLYBY";
  static final String ANCHOR = "ANCHOR";
  static final String STATED_SCALE = "SCALE";
  static final String STATED_EDITION = "EDITION";
  static final String STATED_LEVEL = "LEVEL";
  static final String STATED_TYPE = "TYPE";
  static final String BASIS_SCALE = "ONSCALE";
  static final String BASIS_EDITION = "ONEDITION";
  static final String BASIS_SHA256 = "ONSHA256";
  static final String BASIS_FACT = "FACT";
  static final String BASIS_GRADE = "POSSIBLE";
  static final String FILE = "FILE";
  static final String KEPT = "KEPT";
  static final String KEPT_VALUE = "KEPTVALUE";
  static final String SALT = "SALT";
  static final String END = "END";

  /// What can stand under an item instead of a value.
  static final String NIL = "NIL";

  static final String ABSENT = "ABSENT";
  static final String NOT_GIVEN = "NOT GIVEN";

  private Tags() {}

  /// Whether a written value would be read as one of those words.
  static boolean isWord(String value) {
    return value.equals(NIL)
        || value.equals(NOT_GIVEN)
        || value.equals(ABSENT)
        || value.startsWith(ABSENT + " ");
  }
}
