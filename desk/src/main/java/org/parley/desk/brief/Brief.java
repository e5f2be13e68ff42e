package org.parley.desk.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.desk.docx.DocxMargins;
import org.parley.desk.docx.DocxPage;

/// One matter as a policy office reads it on two pages of A4: what happened, how grave, who was
/// told, what is asked by when, what can be done, whom to call. It holds no raw indicators and no
/// verdict, and what does not fit is counted.
///
/// @param title what it is about
/// @param head what stands on every page
/// @param asOf when it was put together, in words
public record Brief(String title, Head head, String asOf, List<Section> sections) {

  public Brief {
    sections = List.copyOf(sections);
  }

  /// What stands on every page.
  ///
  /// @param language BCP 47
  /// @param exercise the words by which each page says that nothing in it is real; empty where it
  ///   is
  /// @param marking the strictest of what it tells
  public record Head(String language, Optional<String> exercise, String marking) {

    public String line() {
      return exercise.map(words -> words + " · ").orElse("") + marking;
    }
  }

  /// One question that it answers.
  ///
  /// @param none what stands there where nothing can be said
  public record Section(String title, List<Row> rows, String none) {
    public Section {
      rows = List.copyOf(rows);
    }

    /// As much of the section as has room: whole rows up to a number of characters, and a last row
    /// that says how many more there are.
    ///
    /// @param room characters, of which a row takes its own and a line's worth
    /// @param more a row that stands for the number of rows left out
    public Section within(int room, java.util.function.IntFunction<Row> more) {
      List<Row> kept = new ArrayList<>();
      int left = room;
      for (Row row : rows) {
        left -= row.label().length() + row.text().length() + LINE;
        if (left < 0 && !kept.isEmpty()) {
          kept.add(more.apply(rows.size() - kept.size()));
          break;
        }
        kept.add(row);
      }
      return new Section(title, kept, none);
    }
  }

  private static final int LINE = 60;

  /// The most characters of one row's text; what is longer ends in an ellipsis.
  public static final int LONGEST = 700;

  /// @param label what the text is about
  /// @param language of the text, BCP 47, where it is another than the brief's
  public record Row(String label, String text, Optional<String> language) {
    public Row {
      label = cut(label, LONGEST / 5);
      text = cut(text, LONGEST);
    }

    public Row(String label, String text) {
      this(label, text, Optional.empty());
    }

    private static String cut(String text, int longest) {
      String flat = text.strip().replaceAll("\\s+", " ");
      int end = Math.min(longest, flat.length());
      boolean split = end < flat.length() && Character.isHighSurrogate(flat.charAt(end - 1));
      return end == flat.length() ? flat : flat.substring(0, split ? end - 1 : end) + "…";
    }
  }

  /// Its name as a file, without its ending.
  public String file() {
    String text = head.exercise().map(words -> words + " ").orElse("") + "brief " + title;
    return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /// As a document for word processors, with the marking at the head of every page.
  public byte[] docx() {
    String across = head.exercise().map(words -> words.split(" ", 2)[0]).orElse("");
    DocxPage page =
        DocxPage.untitled(
            title, head.language(), new DocxMargins(head.line(), head.line(), across));
    page.said(title, head.language(), true, false);
    page.said(asOf, head.language(), false, false);
    for (Section section : sections) {
      page.smallHeading(section.title());
      if (section.rows().isEmpty()) {
        page.text(section.none());
      } else {
        page.labelled(
            section.rows().stream().map(row -> List.of(row.label(), row.text())).toList());
      }
    }
    page.said("", head.language(), false, false);
    return page.bytes();
  }
}
