package org.parley.formats.table.grid;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML as a stream, without document types and without anything from outside the document.
final class Xml {

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  /// Goes on to the next start of an element; false at the end of the document.
  static boolean nextElement(XMLStreamReader in) throws XMLStreamException {
    while (in.hasNext()) {
      if (in.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /// An attribute whatever its namespace; the empty text where it is not there.
  static String attribute(XMLStreamReader in, String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return "";
  }

  /// The text of all `t` elements up to the end of the element named, except in phonetic guides.
  static String texts(XMLStreamReader in, String until) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    int guides = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          guides += in.getLocalName().equals("rPh") ? 1 : 0;
          inText = in.getLocalName().equals("t");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText && guides == 0) {
            text.append(in.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (in.getLocalName().equals(until)) {
            return text.toString();
          }
          guides -= in.getLocalName().equals("rPh") ? 1 : 0;
          inText = false;
        }
        default -> inText = inText && guides == 0;
      }
    }
    return text.toString();
  }
}
