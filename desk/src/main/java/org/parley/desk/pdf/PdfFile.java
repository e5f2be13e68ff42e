package org.parley.desk.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;

/// The objects of a PDF file: ISO 32000-1, by the rules of ISO 19005-2 (PDF/A-2), level u. Colours
/// are calibrated greys, so no profile of a device is needed. The same pages give the same bytes.
final class PdfFile {

  private static final int CATALOG = 1;
  private static final int PAGES = 2;
  private static final int METADATA = 3;
  private static final int FIRST_FONT = 4;
  private static final int OF_A_FONT = 5;
  private static final int FIRST_PAGE = FIRST_FONT + 2 * OF_A_FONT;

  private final String title;
  private final String language;
  private final List<Font> fonts;
  private final List<String> contents = new ArrayList<>();
  private final List<String> boxes = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SortedMap<Integer, Integer> places = new TreeMap<>();

  PdfFile(String title, String language, Typeface regular, Typeface bold) {
    this.title = title;
    this.language = language;
    this.fonts = List.of(new Font("Text", regular), new Font("TextBold", bold));
  }

  /// A typeface, and the letters that were used of it.
  private record Font(String name, Typeface face, SortedMap<Integer, Integer> used) {
    Font(String name, Typeface face) {
      this(name, face, new TreeMap<>());
    }
  }

  private Font font(boolean bold) {
    return fonts.get(bold ? 1 : 0);
  }

  int pages() {
    return contents.size();
  }

  int width(String text, boolean bold) {
    return font(bold).face().width(printable(text, font(bold)));
  }

  void page(String content, float width, float height) {
    contents.add(content);
    boxes.add("[0 0 " + PdfPages.number(width) + " " + PdfPages.number(height) + "]");
  }

  /// The commands that show a line.
  String shown(String text, boolean bold, float size, float x, float y) {
    return text.isEmpty()
        ? ""
        : set(text, bold, size, "1 0 0 1 " + PdfPages.number(x) + " " + PdfPages.number(y));
  }

  /// The same, rising to the right.
  String turned(String text, float size, float x, float y) {
    return set(
        text,
        true,
        size,
        "0.7071 0.7071 -0.7071 0.7071 " + PdfPages.number(x) + " " + PdfPages.number(y));
  }

  private String set(String text, boolean bold, float size, String matrix) {
    Font font = font(bold);
    StringBuilder glyphs = new StringBuilder();
    printable(text, font)
        .codePoints()
        .forEach(point -> {
          int glyph = font.face().glyph(point);
          font.used().putIfAbsent(glyph, point);
          glyphs.append(HexFormat.of().toHexDigits((short) glyph));
        });
    return "BT /"
        + font.name()
        + " "
        + PdfPages.number(size)
        + " Tf "
        + matrix
        + " Tm <"
        + glyphs
        + "> Tj ET\n";
  }

  /// A letter that the typeface has not stands as a question mark, never as nothing.
  private static String printable(String text, Font font) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(point -> point == '\t' ? ' ' : point)
        .filter(point -> !Character.isISOControl(point))
        .forEach(point -> out.appendCodePoint(font.face().glyph(point) == 0 ? '?' : point));
    return out.toString();
  }

  byte[] bytes() {
    write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    object(
        CATALOG,
        "<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /Lang "
            + string(language)
            + " /ViewerPreferences << /DisplayDocTitle true >> >>");
    StringBuilder kids = new StringBuilder();
    for (int at = 0; at < contents.size(); at++) {
      kids.append(FIRST_PAGE + 2 * at).append(" 0 R ");
    }
    object(PAGES, "<< /Type /Pages /Count " + contents.size() + " /Kids [" + kids + "] >>");
    stream(METADATA, "/Type /Metadata /Subtype /XML", metadata(), false);
    for (int at = 0; at < fonts.size(); at++) {
      font(FIRST_FONT + OF_A_FONT * at, fonts.get(at));
    }
    for (int at = 0; at < contents.size(); at++) {
      page(FIRST_PAGE + 2 * at, boxes.get(at), contents.get(at));
    }
    return ended();
  }

  private void page(int number, String box, String content) {
    object(
        number,
        "<< /Type /Page /Parent 2 0 R /MediaBox "
            + box
            + " /Contents "
            + (number + 1)
            + " 0 R /Resources << /Font << /Text "
            + FIRST_FONT
            + " 0 R /TextBold "
            + (FIRST_FONT + OF_A_FONT)
            + " 0 R >> /ColorSpace << /Grey [/CalGray <<"
            + " /WhitePoint [0.9505 1 1.089] /Gamma 2.2 >>] >> >> >>");
    stream(number + 1, "", content.getBytes(StandardCharsets.ISO_8859_1), true);
  }

  private void font(int number, Font font) {
    String name = "/Embedded" + font.name();
    object(
        number,
        "<< /Type /Font /Subtype /Type0 /BaseFont "
            + name
            + " /Encoding /Identity-H"
            + " /DescendantFonts ["
            + (number + 1)
            + " 0 R] /ToUnicode "
            + (number + 4)
            + " 0 R >>");
    descendant(number, name, font);
    descriptor(number, name, font.face());
    byte[] whole = font.face().bytes();
    stream(number + 3, "/Length1 " + whole.length, whole, true);
    stream(number + 4, "", unicode(font.used()).getBytes(StandardCharsets.ISO_8859_1), true);
  }

  private void descendant(int number, String name, Font font) {
    StringBuilder widths = new StringBuilder();
    for (int glyph : font.used().keySet()) {
      widths.append(glyph).append(" [").append(font.face().width(glyph)).append("] ");
    }
    object(
        number + 1,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont "
            + name
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            + " /FontDescriptor "
            + (number + 2)
            + " 0 R /CIDToGIDMap /Identity /DW 0 /W ["
            + widths
            + "] >>");
  }

  private void descriptor(int number, String name, Typeface face) {
    List<Integer> box = face.box();
    object(
        number + 2,
        "<< /Type /FontDescriptor /FontName "
            + name
            + " /Flags 4 /FontBBox ["
            + box.get(0)
            + " "
            + box.get(1)
            + " "
            + box.get(2)
            + " "
            + box.get(3)
            + "] /ItalicAngle 0 /Ascent "
            + face.ascent()
            + " /Descent "
            + face.descent()
            + " /CapHeight "
            + face.ascent()
            + " /StemV 80 /FontFile2 "
            + (number + 3)
            + " 0 R >>");
  }

  private static String unicode(SortedMap<Integer, Integer> used) {
    StringBuilder map =
        new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <<"
                + " /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName"
                + " /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000>"
                + " <FFFF>\nendcodespacerange\n");
    HexFormat hex = HexFormat.of();
    used.forEach((glyph, point) ->
        map.append("1 beginbfchar\n<")
            .append(hex.toHexDigits(glyph.shortValue()))
            .append("> <")
            .append(hex.formatHex(Character.toString(point).getBytes(StandardCharsets.UTF_16BE)))
            .append(">\nendbfchar\n"));
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private byte[] metadata() {
    String xml =
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
            + " rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><pdfaid:part>2</pdfaid:part>"
            + "<pdfaid:conformance>U</pdfaid:conformance><dc:title><rdf:Alt><rdf:li"
            + " xml:lang=\"x-default\">"
            + escaped(title)
            + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>"
            + escaped(language)
            + "</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta>\n"
            + "<?xpacket end=\"w\"?>";
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String string(String ascii) {
    return "(" + ascii.replaceAll("[^A-Za-z0-9-]", "") + ")";
  }

  private void object(int number, String text) {
    places.put(number, out.size());
    write(number + " 0 obj\n" + text + "\nendobj\n");
  }

  private void stream(int number, String more, byte[] bytes, boolean pack) {
    byte[] packed = pack ? packed(bytes) : bytes;
    places.put(number, out.size());
    write(
        number
            + " 0 obj\n<< "
            + more
            + (pack ? " /Filter /FlateDecode" : "")
            + " /Length "
            + packed.length
            + " >>\nstream\n");
    out.writeBytes(packed);
    write("\nendstream\nendobj\n");
  }

  private static byte[] packed(byte[] bytes) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
      return packed.toByteArray();
    }
  }

  private byte[] ended() {
    String id = digest(out.toByteArray());
    int start = out.size();
    int size = places.lastKey() + 1;
    write("xref\n0 " + size + "\n0000000000 65535 f \n");
    for (int number = 1; number < size; number++) {
      write(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", places.get(number)));
    }
    write(
        "trailer\n<< /Size "
            + size
            + " /Root 1 0 R /ID [<"
            + id
            + "> <"
            + id
            + ">] >>\nstartxref\n"
            + start
            + "\n%%EOF\n");
    return out.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
