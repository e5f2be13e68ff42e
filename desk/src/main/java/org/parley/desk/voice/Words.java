package org.parley.desk.voice;

import java.math.BigDecimal;

/// The sentences of the program in one language, with places to fill in, and how that language
/// writes numbers.
public final class Words {

  private static final java.util.List<String> CATEGORIES = java.util.List.of("one", "few", "many");

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
    String text = labels.find("words." + key).orElse(key);
    for (int place = 0; place < parts.length; place++) {
      text = text.replace("{" + place + "}", String.valueOf(parts[place]));
    }
    return text;
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
