package org.parley.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The sizes and names that HOUSE.md sets for every Java source, and a check of one source against
 * them.
 */
final class Tidiness {
  static final int FILE_LINES = 400;
  static final int METHOD_LINES = 40;
  static final int CONSTRUCTOR_PARAMETERS = 7;
  static final int PACKAGE_TYPES = 20;
  static final int LINE_CHARACTERS = 120;

  /** Names that say nothing about what a type is for. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Base|Impl|Common|Info|Data|DTO|Dto)");

  private Tidiness() {}

  /** All that is untidy in one source, in the order of the rules. */
  static List<Untidy> check(String path, String text) {
    List<Untidy> found = new ArrayList<>();
    long lines = text.lines().count();
    if (lines > FILE_LINES) {
      found.add(new Untidy(path, 1, "file-lines", lines, ""));
    }
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int width = line.codePointCount(0, line.length());
      if (width > LINE_CHARACTERS) {
        found.add(new Untidy(path, number, "line-characters", width, ""));
      }
    }
    checkTrees(path, SourceFile.parse(text), found);
    return found;
  }

  private static void checkTrees(String path, SourceFile source, List<Untidy> found) {
    for (SourceFile.Found method : source.methods()) {
      if (method.size() > METHOD_LINES) {
        found.add(new Untidy(path, method.line(), "method-lines", method.size(), method.name()));
      }
    }
    for (SourceFile.Found made : source.constructors()) {
      if (made.size() > CONSTRUCTOR_PARAMETERS) {
        found.add(
            new Untidy(path, made.line(), "constructor-parameters", made.size(), made.name()));
      }
    }
    for (SourceFile.Found type : source.types()) {
      if (EMPTY_NAME.matcher(type.name()).matches()) {
        found.add(new Untidy(path, type.line(), "empty-name", 1, type.name()));
      }
    }
  }
}
