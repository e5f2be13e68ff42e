package org.parley.desk.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.desk.docx.DocxMargins;
import org.parley.desk.docx.DocxPage;
import org.parley.desk.pdf.PdfPages;
import org.parley.desk.pdf.Typefaces;

/// A note verbale as it is printed, whatever prints it.
///
/// @param number in the series of notes of its office
/// @param exercise the words by which each page says that it is no real note; empty for a real one
/// @param marking how what it tells is marked
/// @param columns the languages, the authentic one first
/// @param rows what it says, a cell for each column
/// @param foot where the statement can be found and proved
public record NoteVerbale(
    String number,
    Optional<String> exercise,
    String marking,
    List<Column> columns,
    List<Row> rows,
    List<String> foot) {

  public NoteVerbale {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    foot = List.copyOf(foot);
    int width = columns.size();
    if (width < 1 || width > 2 || rows.stream().anyMatch(row -> row.cells().size() != width)) {
      throw new IllegalArgumentException("a note has one or two columns, and rows as wide");
    }
  }

  /// @param language BCP 47
  /// @param status in its language: authentic, courtesy translation, machine translation unchecked
  public record Column(String language, String status) {}

  /// @param strong whether it stands out
  public record Row(boolean strong, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// What a program calls the document: an exercise is named before everything else.
  public String title() {
    return exercise.map(word -> word + " – ").orElse("") + number;
  }

  /// Its name as a file, without its ending.
  public String file() {
    String text = (exercise.map(word -> word + " ").orElse("") + "note " + number);
    return text.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
  }

  /// As a document for word processors.
  public byte[] docx() {
    String first = columns.getFirst().language();
    DocxMargins margins =
        new DocxMargins(
            exercise.orElse(""),
            String.join(
                " · ", exercise.isPresent() ? List.of(exercise.get(), number) : List.of(number)),
            across());
    DocxPage page = DocxPage.untitled(title(), first, margins);
    exercise.ifPresent(word -> page.said(word, first, true, true));
    page.said(marking, first, true, true);
    page.said(number, first, true, false);
    List<List<String>> cells = new ArrayList<>();
    List<Boolean> strong = new ArrayList<>();
    if (columns.size() > 1) {
      cells.add(columns.stream().map(Column::status).toList());
      strong.add(true);
    }
    for (Row row : rows) {
      cells.add(row.cells());
      strong.add(row.strong());
    }
    page.sideBySide(columns.stream().map(Column::language).toList(), cells, strong);
    page.said("", first, false, false);
    foot.forEach(line -> page.said(line, first, false, false));
    return page.bytes();
  }

  /// As a page for archives, PDF/A.
  public byte[] pdf(Typefaces faces) {
    PdfPages.Marks marks =
        new PdfPages.Marks(
            exercise.orElse(""),
            exercise.map(word -> word + " · " + number).orElse(number),
            across());
    PdfPages page =
        new PdfPages(title(), columns.getFirst().language(), marks, faces.regular(), faces.bold());
    exercise.ifPresent(word -> page.said(word, true, true));
    page.said(marking, true, true);
    page.said(number, true, false);
    if (columns.size() > 1) {
      page.sideBySide(columns.stream().map(Column::status).toList(), true);
    }
    rows.forEach(row -> page.sideBySide(row.cells(), row.strong()));
    page.said("", false, false);
    foot.forEach(line -> page.said(line, false, false));
    return page.bytes();
  }

  private String across() {
    return exercise.map(word -> word.split(" ", 2)[0].toUpperCase(Locale.ROOT)).orElse("");
  }
}
