package org.parley.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that no screen, file or template of this project uses, and what to say instead; see
 * {@code handbook/glossary.md}.
 */
final class Wording {
  /** A word to avoid: its short name, how to find it, and what to say instead. */
  record Avoided(String word, Pattern pattern, String instead) {}

  /**
   * Parley speaks between States that need not be friends: each word here takes a side or claims
   * too much.
   */
  static final List<Avoided> NEUTRAL =
      List.of(
          avoid("partner", "partners?(?! for co-operation)", "other State, or counterpart"),
          avoid("overdue", "overdue", "proposed time passed, no answer recorded"),
          avoid("escalate", "(?<!privilege )(de-)?escalat\\w+", "passed on to"),
          avoid(
              "classified",
              "(un)?classified(?= (information|document|material|network|system|data|content)s?\\b)",
              "marked, with its secrecy grade"),
          avoid("unclassified", "unclassified", "not marked, or not graded"),
          avoid("evidence", "evidence", "proof of exchange, source, or reason"),
          avoid("crosswalk", "crosswalks?", "comparison, or correspondence"),
          avoid("enemy", "enem(y|ies)|adversar(y|ies)|hostile states?", "other State, or actor"),
          avoid("Turkey", "turkey", "Türkiye"),
          avoid("Vatican", "vatican( city)?", "Holy See"),
          avoid("Czech Republic", "czech republic", "Czechia"),
          avoid("Macedonia", "(?<!north )macedonia|fyrom", "North Macedonia"),
          avoid("White Russia", "byelorussia|moldavia|kirghizia", "Belarus, Moldova, Kyrgyzstan"));

  /**
   * What belongs to one machine or one registry and not into a project that others build elsewhere.
   */
  static final List<Avoided> LOCAL =
      List.of(
          new Avoided(
              "machine path",
              Pattern.compile("(?<![~\\w.<*-])/(work|root|home/\\w+|Users/\\w+)/"),
              "a path from the project's folder"),
          new Avoided(
              "registry host",
              Pattern.compile(
                  "(repo1?|central|registry|deb|ftp|pypi|files)\\.(maven|apache\\.maven|sonatype|npmjs|yarnpkg|debian"
                      + "|pythonhosted)\\b|repo\\.maven\\.apache|pypi\\.org"),
              "the name of the package"));

  private Wording() {}

  private static Avoided avoid(String word, String pattern, String instead) {
    return new Avoided(
        word,
        Pattern.compile("\\b(" + pattern + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        instead);
  }

  /** Every avoided word in {@code text}, the measure of each being how often that word is there. */
  static List<Untidy> check(String path, long firstLine, String text, List<Avoided> avoided) {
    List<Untidy> found = new ArrayList<>();
    for (Avoided one : avoided) {
      List<Long> lines = new ArrayList<>();
      List<String> hits = new ArrayList<>();
      Matcher matcher = one.pattern().matcher(text);
      while (matcher.find()) {
        lines.add(
            firstLine + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count());
        hits.add(matcher.group());
      }
      for (int i = 0; i < hits.size(); i++) {
        String what = "\"" + hits.get(i) + "\", say: " + one.instead();
        found.add(new Untidy(path, lines.get(i), rule(one), hits.size(), what));
      }
    }
    return found;
  }

  static String rule(Avoided avoided) {
    return "word " + avoided.word();
  }
}
