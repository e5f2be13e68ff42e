package org.parley.node.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.desk.pdf.Typefaces;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Statements as notes verbales, as offices make and fetch them in the browser.
class NotesTest {

  private static final byte[] HOSTS = "192.0.2.7 canary-4713\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path folder;
  private static Neighbours nodes;
  private static TestNode.Browser here;
  private static String conversation;

  @BeforeAll
  static void start() {
    nodes = new Neighbours(folder);
    nodes.meet();
    here = nodes.person("XA", "policy", Role.POLICY_OFFICER);
    conversation = sent();
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private static String local(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  private static String sent() {
    String draft = local(here.post("/", "/drafts/new", Form.of("format", "C4")));
    Form form =
        Form.of(
            "r.XB/policy", "to",
            "tlp", "AMBER",
            "language", "en",
            "i.1", "XA-NOTE-1",
            "i.2", "Permanent Council Decision 1202, measure 3",
            "i.3", "Traffic seen at a dispatch supplier <b>",
            "i.4.how", "nil",
            "i.5", "Are the hosts known to you?",
            "i.6.how", "withheld",
            "i.7", "meeting",
            "i.8.how", "nil");
    here.upload(draft, draft, form.with("go", "attach"), "hosts ё.txt", HOSTS);
    String preview = local(here.post(draft, draft, form.with("go", "preview")));
    return local(here.post(preview, draft + "/send", Form.of())).replaceFirst("\\?.*", "");
  }

  private static String statement() {
    Matcher link =
        Pattern.compile("note\\?statement=([0-9a-f]{64})").matcher(here.get(conversation).body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static Map<String, String> parts(byte[] file) {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return parts;
  }

  private static int make(String second, String made) {
    String page = conversation + "/note?statement=" + statement();
    Form form =
        Form.of(
            "statement",
            statement(),
            "second",
            second,
            "made",
            made,
            "t.3",
            "Трафик у поставщика диспетчерских услуг");
    local(here.post(page, conversation + "/note", form));
    Matcher number = Pattern.compile("note.docx\\?number=([0-9]+)").matcher(here.get(page).body());
    int last = 0;
    while (number.find()) {
      last = Integer.parseInt(number.group(1));
    }
    return last;
  }

  @Test
  void aNoteStandsInTwoLanguagesUnderANumberAndSaysOnEachPageThatItIsAnExercise() {
    int number = make("ru", "machine");
    HttpResponse<byte[]> file = here.bytes(conversation + "/note.docx?number=" + number);

    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("EXERCISE-EXERCISE-EXERCISE-note-EX-NV-" + number + ".docx");
    Map<String, String> parts = parts(file.body());
    assertThat(parts.get("word/header.xml"))
        .contains("EXERCISE EXERCISE EXERCISE")
        .contains("string=\"EXERCISE\"");
    assertThat(parts.get("word/footer.xml")).contains("EX-NV-" + number);
    assertThat(parts.get("docProps/core.xml")).contains("EXERCISE EXERCISE EXERCISE");
    assertThat(parts.get("word/document.xml"))
        .contains("presents its compliments to the policy point of contact of")
        .contains("Вербальная нота")
        .contains("свидетельствует своё уважение")
        .contains("English – authentic text")
        .contains("машинный перевод, не проверен")
        .contains("dispatch supplier &lt;b&gt;")
        .contains("Трафик у поставщика диспетчерских услуг")
        .contains("[не переведено; см. аутентичный текст]")
        .contains("NIL – No fact is released")
        .contains("Attachments")
        .contains("Приложения")
        .contains("hosts ё.txt · 22 B · SHA-256 " + Octets.of(HOSTS).digest().hex())
        .doesNotContain("canary-4713")
        .contains(statement());
  }

  @Test
  void forArchivesTheSameNoteIsAPdfThatHoldsItsTypefaceAndSaysItsLevel() {
    Assumptions.assumeThat(Typefaces.find()).isPresent();
    int number = make("ru", "person");
    HttpResponse<byte[]> file = here.bytes(conversation + "/note.pdf?number=" + number);

    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("EXERCISE-EXERCISE-EXERCISE-note-EX-NV-" + number + ".pdf");
    assertThat(new String(file.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.7")
        .contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>")
        .contains("EXERCISE EXERCISE EXERCISE")
        .contains("/FontFile2");
  }

  @Test
  void eachNoteHasANumberOfItsOwnAndStaysAsItIs() {
    int first = make("", "person");
    byte[] before = here.bytes(conversation + "/note.docx?number=" + first).body();
    int second = make("fr", "person");

    assertThat(second).isGreaterThan(first);
    assertThat(here.bytes(conversation + "/note.docx?number=" + first).body()).isEqualTo(before);
    assertThat(parts(here.bytes(conversation + "/note.docx?number=" + second).body()))
        .hasEntrySatisfying(
            "word/document.xml", text -> assertThat(text).contains("traduction de courtoisie"));
  }

  @Test
  void anotherOfficeOfTheNodeHasNone() {
    TestNode.Browser technical = nodes.person("XA", "technical", Role.TECHNICAL_OFFICER);
    String page = conversation + "/note?statement=" + statement();

    assertThat(technical.get(page).statusCode()).isEqualTo(404);
    assertThat(technical.get(conversation + "/note.docx?number=1").statusCode()).isEqualTo(404);
    assertThat(here.get(conversation + "/note.docx?number=900").statusCode()).isEqualTo(303);
  }
}
