package org.parley.desk.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages for archives, on machines that have a typeface.
class PdfPagesTest {

  private static byte[] document(Typefaces faces) {
    PdfPages pages =
        new PdfPages(
            "Note <1>",
            "ru",
            new PdfPages.Marks("EXERCISE", "EX-1", "EXERCISE"),
            faces.regular(),
            faces.bold());
    for (int at = 0; at < 40; at++) {
      pages.sideBySide(List.of("Ёлка " + "щ".repeat(90), "Fir\u0001 \u2603\uFDFD"), at % 2 == 0);
    }
    return pages.bytes();
  }

  private static Typefaces faces() {
    Assumptions.assumeThat(Typefaces.find()).isPresent();
    return Typefaces.find().orElseThrow();
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  /// The streams of a file, unpacked.
  private static String unpacked(byte[] file) throws DataFormatException {
    StringBuilder all = new StringBuilder();
    Matcher stream =
        Pattern.compile("/FlateDecode /Length ([0-9]+) >>\nstream\n").matcher(text(file));
    while (stream.find()) {
      try (Inflater inflater = new Inflater()) {
        inflater.setInput(file, stream.end(), Integer.parseInt(stream.group(1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!inflater.finished()) {
          out.write(part, 0, inflater.inflate(part));
        }
        all.append(text(out.toByteArray()));
      }
    }
    return all.toString();
  }

  @Test
  void eachLetterCanBeReadBackAndEveryPlaceInTheFileIsRight() throws Exception {
    byte[] file = document(faces());
    String text = text(file);

    assertThat(unpacked(file)).contains("<0401>").contains("<0449>");
    assertThat(text).contains("Note &lt;1&gt;").contains("/Lang (ru)");
    assertThat(Pattern.compile("/Type /Page /Parent").matcher(text).results().count())
        .isGreaterThan(2);
    Matcher place = Pattern.compile("\n([0-9]{10}) 00000 n ").matcher(text);
    int number = 0;
    while (place.find()) {
      number++;
      assertThat(text.substring(Integer.parseInt(place.group(1)))).startsWith(number + " 0 obj\n");
    }
    assertThat(number).isGreaterThan(14);
  }

  @Test
  void theSamePagesGiveTheSameBytes() {
    assertThat(document(faces())).isEqualTo(document(faces()));
  }

  @Test
  void whatIsNoTypefaceIsNone(@TempDir Path folder) throws IOException {
    Path broken = folder.resolve("DejaVuSerif.ttf");
    Files.write(broken, new byte[] {0, 1, 0, 0, 0, 9, 1, 2, 3, 4, 5, 6, 7});

    assertThat(Typeface.read(broken, "a")).isEmpty();
    assertThat(Typeface.read(folder.resolve("absent.ttf"), "a")).isEmpty();
    assertThat(Typefaces.find(List.of(folder))).isEmpty();
  }
}
