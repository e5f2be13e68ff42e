package org.parley.cli.print;

/// The plural category of a whole number, after the rules of the Unicode CLDR for cardinal numbers.
final class Plural {

  private Plural() {}

  /// `one`, `few`, `many` or `other`.
  static String of(String language, long number) {
    return switch (language) {
      case "fr" -> number == 0 || number == 1 ? "one" : "other";
      case "ru", "uk", "be" -> slavic(number);
      default -> number == 1 ? "one" : "other";
    };
  }

  private static String slavic(long number) {
    long last = number % 10;
    long lastTwo = number % 100;
    if (last == 1 && lastTwo != 11) {
      return "one";
    }
    return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? "few" : "many";
  }
}
