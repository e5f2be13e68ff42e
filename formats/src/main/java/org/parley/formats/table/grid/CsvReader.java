package org.parley.formats.table.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// Reads CSV after RFC 4180, with the delimiters and the slips that are met in practice.
///
/// A quote inside a bare cell is part of its text, and told; a quote that is never closed ends the
/// reading, because nobody can say where the cell ends.
final class CsvReader {

  private static final char QUOTE = '"';
  private static final int LINES_LOOKED_AT = 50;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int SLIPS_TOLD = 20;

  private final String document;
  private final Issues issues;
  private int slips;

  CsvReader(String document, Issues issues) {
    this.document = document;
    this.issues = issues;
  }

  Optional<Grid> read(byte[] bytes, Grids.Wishes wishes) {
    Optional<CsvText> decoded = CsvText.decode(bytes, document, wishes.encoding(), issues);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    String text = decoded.get().text();
    if (text.indexOf('\0') >= 0) {
      issues.add(
          IssueCode.DOCUMENT_UNREADABLE, Place.of(document), "this is no text, and no spreadsheet");
      return Optional.empty();
    }
    Optional<Character> declared = declared(text);
    char delimiter = wishes.delimiter().or(() -> declared).orElseGet(() -> delimiter(text));
    int from = declared.isPresent() ? startOfNext(text, 0) : 0;
    Optional<List<GridRow>> rows = rows(text, from, delimiter, declared.isPresent() ? 2 : 1);
    String written = name(delimiter) + ", " + decoded.get().encoding();
    return rows.map(all -> new Grid(document, document, Digest.of(bytes), all, written));
  }

  /// The delimiter that a first line such as `sep=;` declares.
  private static Optional<Character> declared(String text) {
    return text.length() > 5
            && text.startsWith("sep=")
            && (text.charAt(5) == '\n' || text.charAt(5) == '\r')
        ? Optional.of(text.charAt(4))
        : Optional.empty();
  }

  /// The delimiter that cuts the first lines into the most cells of equal number.
  private char delimiter(String text) {
    char best = ',';
    int bestScore = 0;
    boolean tied = false;
    for (char candidate : DELIMITERS) {
      int score = score(text, candidate);
      tied = score == bestScore && score > 0 || tied && score < bestScore;
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    if (tied) {
      issues.add(
          IssueCode.AMBIGUOUS,
          Place.of(document),
          "several signs could divide the cells; taken is " + name(best),
          "say in the mapping which it is");
    }
    return best;
  }

  /// How many lines have the number of cells that most have, times how many cells that are.
  private static int score(String text, char delimiter) {
    List<Integer> counts = new ArrayList<>();
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && counts.size() < LINES_LOOKED_AT; i++) {
      char one = text.charAt(i);
      if (one == QUOTE) {
        quoted = !quoted;
      } else if (!quoted && one == delimiter) {
        count++;
      } else if (!quoted && one == '\n') {
        counts.add(count);
        count = 0;
      }
    }
    counts.add(count);
    int first = counts.getFirst();
    return (int) counts.stream().filter(one -> one == first).count() * first;
  }

  private Optional<List<GridRow>> rows(String text, int from, char delimiter, int firstNumber) {
    List<GridRow> rows = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    int total = 0;
    int at = from;
    while (at < text.length()) {
      int number = firstNumber + rows.size();
      String place = Cell.letters(cells.size()) + number;
      Optional<Taken> taken = cell(text, at, delimiter, place);
      if (taken.isEmpty() || ++total > Grids.MOST_CELLS) {
        tooMany(total);
        return Optional.empty();
      }
      cells.add(taken.get().cell());
      at = taken.get().end();
      boolean ends = at >= text.length();
      if (!ends && text.charAt(at) == delimiter) {
        at++;
        ends = at >= text.length();
        if (ends) {
          cells.add(new Cell(Cell.Kind.EMPTY, "", Cell.letters(cells.size()) + number));
        }
      } else if (!ends) {
        at = startOfNext(text, at);
        ends = true;
      }
      if (ends) {
        rows.add(new GridRow(number, cells));
        cells = new ArrayList<>();
      }
    }
    return Optional.of(rows);
  }

  private void tooMany(int total) {
    if (total > Grids.MOST_CELLS) {
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          Place.of(document),
          "the table has more than " + Grids.MOST_CELLS + " cells");
    }
  }

  /// @param end where the sign after the cell stands
  private record Taken(Cell cell, int end) {}

  private Optional<Taken> cell(String text, int start, char delimiter, String place) {
    return text.charAt(start) == QUOTE
        ? quoted(text, start, delimiter, place)
        : Optional.of(bare(text, start, delimiter, place));
  }

  private Taken bare(String text, int start, char delimiter, String place) {
    int end = start;
    while (end < text.length() && !ends(text.charAt(end), delimiter)) {
      end++;
    }
    String content = text.substring(start, end);
    if (content.indexOf(QUOTE) >= 0) {
      slip(
          place,
          "a quote stands inside a cell that does not begin with one; it is part of the text");
    }
    Cell.Kind kind = content.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT;
    return new Taken(new Cell(kind, content, place), end);
  }

  private Optional<Taken> quoted(String text, int start, char delimiter, String place) {
    StringBuilder content = new StringBuilder();
    int at = start + 1;
    while (at < text.length()) {
      char one = text.charAt(at);
      if (one != QUOTE) {
        content.append(one);
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
        content.append(QUOTE);
        at += 2;
      } else {
        return Optional.of(afterQuote(text, at + 1, delimiter, place, content));
      }
    }
    issues.add(
        IssueCode.TRUNCATED,
        Place.of(document + "!" + place),
        "the quote that opens this cell is never closed",
        "close it, or write a quote inside a cell twice");
    return Optional.empty();
  }

  private Taken afterQuote(
      String text, int start, char delimiter, String place, StringBuilder content) {
    int end = start;
    while (end < text.length() && !ends(text.charAt(end), delimiter)) {
      end++;
    }
    String rest = text.substring(start, end);
    if (!rest.isBlank()) {
      slip(place, "text follows after the closing quote; it is taken as part of the cell");
      content.append(rest);
    }
    Cell.Kind kind = content.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT;
    return new Taken(new Cell(kind, content.toString(), place), end);
  }

  private void slip(String place, String message) {
    slips++;
    if (slips <= SLIPS_TOLD) {
      issues.add(IssueCode.AMBIGUOUS, Place.of(document + "!" + place), message);
    }
  }

  private static boolean ends(char one, char delimiter) {
    return one == delimiter || one == '\n' || one == '\r';
  }

  private static int startOfNext(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }

  private static String name(char delimiter) {
    return switch (delimiter) {
      case ',' -> "comma-separated";
      case ';' -> "semicolon-separated";
      case '\t' -> "tab-separated";
      default -> "separated by " + delimiter;
    };
  }
}
