package org.parley.node.web;

import java.util.Set;
import org.parley.desk.voice.Words;

/// Marks English where it stands in a page of another language, so that a voice reads it as
/// English: what the words marked themselves, and pieces of text that English says whole.
///
/// Inside a tag, a title or a choice of a list nothing can be marked; there the text stays as it
/// is.
final class ForeignWords {

  private static final String BEGIN = "<span lang=\"en\">";
  private static final String END = "</span>";
  private static final String QUOTES = "\"'";
  private static final Set<String> BARE = Set.of("title", "option", "textarea", "script", "style");

  private final String page;
  private final Set<String> english;
  private final StringBuilder out;
  private String bare = "";

  private ForeignWords(String page, Set<String> english) {
    this.page = page;
    this.english = english;
    this.out = new StringBuilder(page.length() + 1024);
  }

  /// @param page as it was printed
  /// @param english whole texts that only English has
  static String mark(String page, Set<String> english) {
    return new ForeignWords(page, english).run();
  }

  private String run() {
    int at = 0;
    while (at < page.length()) {
      int tag = page.indexOf('<', at);
      text(page.substring(at, tag < 0 ? page.length() : tag));
      if (tag < 0) {
        break;
      }
      int end = closes(tag);
      String whole = page.substring(tag, end);
      out.append(plain(whole));
      enter(whole);
      at = end;
    }
    return out.toString();
  }

  /// Where a tag ends: behind its first bracket that stands in no quotes.
  private int closes(int tag) {
    char quote = 0;
    for (int at = tag; at < page.length(); at++) {
      char letter = page.charAt(at);
      if (quote != 0) {
        quote = letter == quote ? 0 : quote;
      } else if (QUOTES.indexOf(letter) >= 0) {
        quote = letter;
      } else if (letter == '>') {
        return at + 1;
      }
    }
    return page.length();
  }

  private void enter(String tag) {
    boolean closing = tag.startsWith("</");
    String name = tag.substring(closing ? 2 : 1).split("[\\s/>]", 2)[0];
    if (closing && name.equals(bare)) {
      bare = "";
    } else if (!closing && bare.isEmpty() && BARE.contains(name)) {
      bare = name;
    }
  }

  private void text(String text) {
    if (!bare.isEmpty()) {
      out.append(plain(text));
    } else if (text.indexOf(Words.FOREIGN_BEGINS) >= 0) {
      out.append(
          text.replace(String.valueOf(Words.FOREIGN_BEGINS), BEGIN)
              .replace(String.valueOf(Words.FOREIGN_ENDS), END));
    } else if (english.contains(text.strip())) {
      out.append(BEGIN).append(text).append(END);
    } else {
      out.append(text);
    }
  }

  private static String plain(String text) {
    return text.indexOf(Words.FOREIGN_BEGINS) < 0
        ? text
        : text.replace(String.valueOf(Words.FOREIGN_BEGINS), "")
            .replace(String.valueOf(Words.FOREIGN_ENDS), "");
  }
}
