package org.parley.formats.contacts;

import java.time.LocalDate;
import java.util.Optional;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.directory.contacts.Watch;
import org.parley.formats.exchange.JsonBytes;
import tools.jackson.core.JsonGenerator;

/// Writes an office as the fields of a JSON object; what is empty is left out.
record ContactWriter(JsonGenerator json) {

  void write(Contact contact) {
    json.writeNumberProperty("number", contact.number());
    json.writeStringProperty("kind", contact.kind().word());
    json.writeStringProperty("name", contact.naming().name());
    text("international", contact.naming().international());
    text("short", contact.naming().shortName());
    text("task", contact.naming().task());
    JsonBytes.texts(json, "languages", contact.reach().languages());
    text("address", contact.reach().address());
    json.writeArrayPropertyStart("channels");
    contact.reach().channels().forEach(this::channel);
    json.writeEndArray();
    json.writeArrayPropertyStart("keys");
    contact.reach().keys().forEach(this::key);
    json.writeEndArray();
    json.writeObjectPropertyStart("watch");
    watch(contact.watch());
    json.writeEndObject();
    day("from", contact.validity().from());
    day("until", contact.validity().until());
    JsonBytes.texts(json, "deputies", contact.deputies());
  }

  private void channel(Channel channel) {
    json.writeStartObject();
    json.writeStringProperty("means", channel.means().word());
    json.writeStringProperty("value", channel.value());
    text("mayCarry", channel.mayCarry());
    day("tested", channel.tested());
    json.writeEndObject();
  }

  private void key(KeyNote key) {
    json.writeStartObject();
    json.writeStringProperty("scheme", key.scheme().word());
    json.writeStringProperty("fingerprint", key.fingerprint());
    day("expires", key.expires());
    json.writeEndObject();
  }

  private void watch(Watch watch) {
    json.writeStringProperty("always", watch.always() ? "yes" : "no");
    json.writeStringProperty("zone", watch.hours().zone().getId());
    json.writeArrayPropertyStart("hours");
    for (DutyHours.Window window : watch.hours().windows()) {
      json.writeString(window.day() + " " + window.from() + " " + window.until());
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("holidays");
    watch.holidays().forEach((day, name) -> json.writeString((day + " " + name).strip()));
    json.writeEndArray();
    JsonBytes.texts(json, "handOvers", watch.handOvers());
    text("remarks", watch.remarks());
  }

  private void text(String name, String text) {
    if (!text.isBlank()) {
      json.writeStringProperty(name, text);
    }
  }

  void day(String name, Optional<LocalDate> day) {
    day.ifPresent(each -> json.writeStringProperty(name, each.toString()));
  }
}
