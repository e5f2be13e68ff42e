package org.parley.desk.brief;

import java.util.List;
import java.util.regex.Pattern;

/// Takes raw indicators out of a text: addresses, hashes, hosts and mailboxes, also in the forms in
/// which people make them harmless. What a policy office reads needs none, and what it passes on
/// must hold none.
///
/// It goes by how a text looks, so it takes out too much rather than too little: an ordinary host
/// name goes too.
public final class Indicators {

  private static final String DOT = "(?:\\.|\\[\\.\\]|\\(\\.\\)|\\[dot\\])";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?i)\\bh(?:tt|xx)ps?(?::|\\[:\\])//\\S*[\\w/=]"),
          Pattern.compile("(?i)\\b(?:s?ftp|ssh|tcp|udp|ldap|smb)://\\S*[\\w/=]"),
          Pattern.compile(
              "(?i)[\\w.+-]{1,64}(?:@|\\[@\\]|\\[at\\])[\\w-]{1,63}(?:"
                  + DOT
                  + "[\\w-]{1,63}){1,8}"),
          Pattern.compile("\\b\\d{1,3}(?:" + DOT + "\\d{1,3}){3}(?:/\\d{1,2})?(?::\\d{1,5})?\\b"),
          Pattern.compile(
              "(?i)(?<![\\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?:/\\d{1,3})?(?![\\w:])"),
          Pattern.compile(
              "(?i)(?<![\\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::"
                  + "(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?:/\\d{1,3})?(?![\\w:])"),
          Pattern.compile("(?i)\\b[0-9a-f]{32,128}\\b"),
          Pattern.compile(
              "(?i)\\b(?:[a-z0-9][a-z0-9-]{1,62}" + DOT + "){1,8}[a-z][a-z0-9-]{1,23}\\b"));

  private Indicators() {}

  /// The text with these words in the place of each indicator.
  public static String without(String text, String instead) {
    String clean = text;
    for (Pattern form : FORMS) {
      clean = form.matcher(clean).replaceAll(java.util.regex.Matcher.quoteReplacement(instead));
    }
    return clean;
  }
}
