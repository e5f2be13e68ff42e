package org.parley.formats.exchange;

import org.parley.core.exchange.carriage.Slip;
import org.parley.core.terms.Octets;

/// Writes a slip as the exact bytes that are signed.
public final class SlipWriter {

  private SlipWriter() {}

  public static Octets write(Slip slip) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "slip/1");
      json.writeStringProperty("from", slip.journey().from().toString());
      json.writeStringProperty("to", slip.journey().to().toString());
      json.writeStringProperty("realm", slip.journey().realm().word());
      json.writeNumberProperty("number", slip.number());
      slip.previous().ifPresent(each -> json.writeStringProperty("previous", each.hex()));
      json.writeStringProperty("kind", slip.kind().word());
      json.writeStringProperty("enclosed", slip.enclosed().hex());
      json.writeStringProperty("created", slip.created().toString());
    });
  }
}
