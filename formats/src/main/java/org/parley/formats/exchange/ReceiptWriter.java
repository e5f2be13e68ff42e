package org.parley.formats.exchange;

import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.terms.Octets;
import tools.jackson.core.JsonGenerator;

/// Writes a receipt as the exact bytes that are signed.
public final class ReceiptWriter {

  private ReceiptWriter() {}

  public static Octets write(Receipt receipt) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "receipt/1");
      fields(json, receipt);
      json.writeStringProperty("note", Receipt.WITHOUT_PREJUDICE);
    });
  }

  static void fields(JsonGenerator json, Receipt receipt) {
    json.writeStringProperty("kind", receipt.kind().word());
    json.writeStringProperty("statement", receipt.statement().hex());
    json.writeStringProperty("realm", receipt.realm().word());
    json.writeStringProperty("node", receipt.by().node().toString());
    json.writeStringProperty("office", receipt.by().office().toString());
    json.writeStringProperty("at", receipt.at().toString());
    receipt.proof().slip().ifPresent(slip -> json.writeStringProperty("slip", slip.hex()));
    receipt
        .proof()
        .logged()
        .ifPresent(logged -> {
          json.writeObjectPropertyStart("log");
          json.writeNumberProperty("size", logged.size());
          json.writeStringProperty("root", logged.root().hex());
          json.writeEndObject();
        });
    receipt.words().ifPresent(words -> json.writeStringProperty("words", words));
  }
}
