package org.parley.core.casefile.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is searched: without accents, case and widths, in any script.
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Folded() {}

  public static String of(String text) {
    // Upper case first, so that the sharp s and its kin become what people type for them.
    String cased = bare(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(bare(cased)).replaceAll(" ").strip();
  }

  private static String bare(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}
