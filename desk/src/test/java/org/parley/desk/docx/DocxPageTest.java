package org.parley.desk.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class DocxPageTest {

  private static Map<String, byte[]> parts(byte[] file) throws Exception {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] document() {
    DocxPage page = new DocxPage("Шкала <тяжести> & \"уровни\"", "ru");
    page.heading("Уровни");
    page.line(2, "Критический\u0001\uFFFF");
    page.paragraph(4, 2, "· пункт");
    page.table(List.of("Уровень", "Порог"), List.of(List.of("Тяжёлый", "более 24 часов")));
    return page.bytes();
  }

  @Test
  void everyPartIsXmlWhateverStandsInTheTexts() throws Exception {
    Map<String, byte[]> parts = parts(document());

    assertThat(parts).containsKeys("[Content_Types].xml", "word/document.xml", "word/styles.xml");
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      assertThat(
              DocumentBuilderFactory.newDefaultInstance()
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(part.getValue())))
          .as(part.getKey())
          .isNotNull();
    }
  }

  @Test
  void lettersOfAnyScriptHeadingsAndTablesStandAsSuch() throws Exception {
    String text = new String(parts(document()).get("word/document.xml"), StandardCharsets.UTF_8);

    assertThat(text)
        .contains("Шкала &lt;тяжести&gt; &amp; &quot;уровни&quot;")
        .contains("<w:pStyle w:val=\"Heading1\"/>")
        .contains("<w:tblHeader/>")
        .contains("более 24 часов")
        .doesNotContain("\u0001");
  }

  @Test
  void theSameTextGivesTheSameBytes() {
    assertThat(document()).isEqualTo(document());
  }
}
