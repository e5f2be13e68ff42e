package org.parley.desk.voice;

import java.math.BigDecimal;
import java.util.function.Supplier;

/// The sentences of the program in one language, with places to fill in, and how that language
/// writes numbers.
public final class Words {

  private static final java.util.List<String> CATEGORIES = java.util.List.of("one", "few", "many");

  /// Stands before a text that only English has, while a page is printed.
  public static final char FOREIGN_BEGINS = '\uFDD0';

  /// Stands behind it. Neither is a character, so no text holds them.
  public static final char FOREIGN_ENDS = '\uFDD1';

  private static final ScopedValue<Boolean> PRINTING = ScopedValue.newInstance();

  private final String language;
  private final Labels labels;

  public Words(String language, Labels labels) {
    this.language = language;
    this.labels = labels;
  }

  /// The language as a BCP 47 tag.
  public String language() {
    return language;
  }

  /// The text under a key, with `{0}`, `{1}` … filled in.
  public String say(String key, Object... parts) {
    String text = text(key);
    for (int place = 0; place < parts.length; place++) {
      text = text.replace("{" + place + "}", String.valueOf(parts[place]));
    }
    return text;
  }

  /// Does something during which texts that only English has are put between two marks; whoever
  /// asks for it takes the marks away again.
  public static <T> T marking(Supplier<T> work) {
    return ScopedValue.where(PRINTING, true).call(work::get);
  }

  private String text(String key) {
    String own = labels.texts().get("words." + key);
    if (own != null) {
      return own;
    }
    String english = labels.otherwise().get("words." + key);
    if (english == null) {
      return key;
    }
    return PRINTING.isBound() && !key.startsWith("plural.") && !key.startsWith("number.")
        ? FOREIGN_BEGINS + english + FOREIGN_ENDS
        : english;
  }

  public boolean knows(String key) {
    return labels.find("words." + key).isPresent();
  }

  /// The text under a key in the plural form that the language uses for a number.
  public String count(String key, long number) {
    String form = "other";
    for (String category : CATEGORIES) {
      if (Plural.covers(say("plural." + category), number)) {
        form = category;
        break;
      }
    }
    return say(key + "." + form, number(BigDecimal.valueOf(number)));
  }

  /// A number with the language's decimal sign and groups of three digits.
  public String number(BigDecimal number) {
    String plain = number.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder out = new StringBuilder(number.signum() < 0 ? "−" : "");
    for (int at = 0; at < whole.length(); at++) {
      int left = whole.length() - at;
      if (at > 0 && left % 3 == 0 && whole.length() > 4) {
        out.append(say("number.group"));
      }
      out.append(whole.charAt(at));
    }
    return point < 0
        ? out.toString()
        : out.append(say("number.decimal")).append(plain.substring(point + 1)).toString();
  }
}
