package org.parley.desk.docx;

/// What stands on every page of a document.
///
/// @param above at the head of each page; may be empty
/// @param below at its foot, before the number of the page; may be empty
/// @param across in large pale letters behind the text; empty for none
public record DocxMargins(String above, String below, String across) {

  public static final DocxMargins NONE = new DocxMargins("", "", "");

  private static final String SHAPES =
      " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

  /// The kind of shape that word processors know as letters drawn along a path.
  private static final String TEXT_ALONG_A_PATH =
      "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\""
          + " path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas><v:f eqn=\"sum #0 0 10800\"/><v:f"
          + " eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f"
          + " eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/><v:f eqn=\"if @0 21600 @1\"/><v:f"
          + " eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f"
          + " eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6"
          + " 0 @5\"/></v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\""
          + " o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\""
          + " o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\""
          + " fitshape=\"t\"/></v:shapetype>";

  String header(String namespace) {
    StringBuilder out = new StringBuilder("<w:hdr " + namespace + SHAPES + "><w:p>");
    out.append("<w:pPr><w:jc w:val=\"center\"/></w:pPr>");
    if (!across.isEmpty()) {
      out.append("<w:r><w:pict>")
          .append(TEXT_ALONG_A_PATH)
          .append("<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\"")
          .append(" type=\"#_x0000_t136\" style=\"position:absolute;margin-left:0;margin-top:0;")
          .append("width:460pt;height:90pt;rotation:315;z-index:-251654144;")
          .append("mso-position-horizontal:center;mso-position-horizontal-relative:margin;")
          .append("mso-position-vertical:center;mso-position-vertical-relative:margin\"")
          .append(" o:allowincell=\"f\" fillcolor=\"#d9d9d9\" stroked=\"f\">")
          .append("<v:fill opacity=\".5\"/><v:textpath on=\"t\" fitshape=\"t\"")
          .append(" style=\"font-family:&quot;Liberation Serif&quot;;font-size:1pt\" string=\"")
          .append(DocxParts.escaped(across))
          .append("\"/></v:shape></w:pict></w:r>");
    }
    return out.append(run(above)).append("</w:p></w:hdr>").toString();
  }

  String footer(String namespace) {
    return "<w:ftr "
        + namespace
        + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
        + run(below.isEmpty() ? "" : below + " · ")
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>";
  }

  private static String run(String text) {
    return text.isEmpty()
        ? ""
        : "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"
            + DocxParts.escaped(text)
            + "</w:t></w:r>";
  }
}
