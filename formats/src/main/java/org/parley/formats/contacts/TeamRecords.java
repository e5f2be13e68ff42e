package org.parley.formats.contacts;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import tools.jackson.core.JsonGenerator;

/// Offices as records of other directories, in JSON: what such a directory has no field for is left
/// out, and nothing is put into a field that means something else.
public final class TeamRecords {

  /// Where a record of an exercise says so, as the word that stands before its name.
  static final String EXERCISE = "parley-exercise";

  private final JsonGenerator json;
  private final String exercise;

  private TeamRecords(JsonGenerator json, String exercise) {
    this.json = json;
    this.exercise = exercise;
  }

  /// Whose records.
  public enum Form {
    /// `teams.json` of Trusted Introducer: a list.
    TRUSTED_INTRODUCER,
    /// FIRST's directory: a list in an envelope.
    FIRST,
    /// Organisations of Cerebrate with the fields of its template for FIRST's directory: a list.
    CEREBRATE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Form> parse(String word) {
      return List.of(values()).stream().filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /// A State's offices.
  ///
  /// @param state what the State is called in English
  public record Named(ContactSheet sheet, String state) {}

  /// @param exercise what marks an exercise; empty in the world
  public static Octets of(Form form, Collection<Named> sheets, String exercise) {
    return JsonBytes.document(json -> {
      TeamRecords records = new TeamRecords(json, exercise);
      if (form == Form.FIRST) {
        json.writeStartObject();
        json.writeStringProperty("status", "OK");
        json.writeArrayPropertyStart("data");
        records.all(form, sheets);
        json.writeEndArray();
        json.writeEndObject();
      } else {
        json.writeStartArray();
        records.all(form, sheets);
        json.writeEndArray();
      }
    });
  }

  private void all(Form form, Collection<Named> sheets) {
    for (Named each : sheets) {
      for (Contact contact : each.sheet().contacts().values()) {
        json.writeStartObject();
        if (!exercise.isEmpty()) {
          json.writeStringProperty(EXERCISE, exercise);
        }
        switch (form) {
          case TRUSTED_INTRODUCER -> trustedIntroducer(contact, each);
          case FIRST -> first(contact, each);
          case CEREBRATE -> cerebrate(contact, each);
        }
        json.writeEndObject();
      }
    }
  }

  private String name(Contact contact) {
    return exercise.isEmpty() ? contact.naming().name() : exercise + " " + contact.naming().name();
  }

  private void trustedIntroducer(Contact contact, Named of) {
    json.writeStringProperty("official_name", name(contact));
    said("short_name", contact.naming().shortName());
    json.writeObjectPropertyStart("country");
    json.writeStringProperty("code", of.sheet().state().code());
    json.writeStringProperty("name", of.state());
    json.writeEndObject();
    said("postal_address", contact.reach().address());
    said("business_hours", TeamProfile.roster(contact));
    String zone = contact.watch().hours().zone().getId();
    json.writeStringProperty("business_hours_timezone", zone);
    json.writeArrayPropertyStart("pgp_keys");
    for (KeyNote key : openPgp(contact)) {
      json.writeStartObject();
      json.writeStringProperty("fingerprint", key.grouped());
      key.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("phones");
    for (Channel channel : contact.reach().channels()) {
      phone(channel, zone);
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("emails");
    for (String address : values(contact, Channel.Means.MAIL)) {
      json.writeStartObject();
      json.writeStringProperty("address", address);
      JsonBytes.texts(json, "usage", List.of("contact"));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void phone(Channel channel, String zone) {
    List<String> usage =
        switch (channel.means()) {
          case DUTY_PHONE -> List.of("voice", "emergency");
          case PHONE -> List.of("voice");
          case FAX -> List.of("fax");
          case MAIL, PROTECTED, WEB, OTHER -> List.of();
        };
    if (!usage.isEmpty()) {
      json.writeStartObject();
      JsonBytes.texts(json, "usage", usage);
      json.writeStringProperty("number", channel.value());
      json.writeStringProperty("timezone", zone);
      said("comments", channel.mayCarry());
      json.writeEndObject();
    }
  }

  /// After the template that Cerebrate made from the directory's answers.
  private void first(Contact contact, Named of) {
    said("team", contact.naming().shortName());
    json.writeStringProperty("team-full", name(contact));
    json.writeStringProperty("country", of.sheet().state().code());
    said("address", contact.reach().address());
    listed("website", contact, Channel.Means.WEB);
    listed("email", contact, Channel.Means.MAIL);
    listed("phone", contact, Channel.Means.PHONE);
    listed("phone-emergency", contact, Channel.Means.DUTY_PHONE);
    json.writeStringProperty("timezone", contact.watch().hours().zone().getId());
    said("other-communication", String.join("; ", values(contact, OTHERS)));
    said("operating-hours", TeamProfile.roster(contact));
    said("constituency-description", contact.naming().task());
  }

  private void cerebrate(Contact contact, Named of) {
    String id = "parley:" + of.sheet().state() + "/" + contact.number();
    json.writeStringProperty(
        "uuid", UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
    json.writeStringProperty("name", name(contact));
    json.writeStringProperty("nationality", of.state());
    json.writeStringProperty("type", "CSIRT");
    values(contact, Channel.Means.WEB).stream()
        .findFirst()
        .ifPresent(page -> json.writeStringProperty("url", page));
    said("contacts", TeamProfile.roster(contact));
    json.writeArrayPropertyStart("meta_fields");
    meta("team", contact.naming().shortName());
    meta("country", of.sheet().state().code());
    meta("address", contact.reach().address());
    values(contact, Channel.Means.WEB).stream().skip(1).forEach(page -> meta("website", page));
    values(contact, Channel.Means.MAIL).forEach(mail -> meta("email", mail));
    values(contact, Channel.Means.PHONE).forEach(number -> meta("phone", dialled(number)));
    values(contact, Channel.Means.DUTY_PHONE)
        .forEach(number -> meta("phone-emergency", dialled(number)));
    values(contact, OTHERS).forEach(other -> meta("other-communication", other));
    meta("timezone", contact.watch().hours().zone().getId());
    meta("constituency-description", contact.naming().task());
    openPgp(contact).forEach(key -> meta("team_fingerprint", key.fingerprint()));
    json.writeEndArray();
  }

  private static final Channel.Means[] OTHERS = {Channel.Means.PROTECTED, Channel.Means.OTHER};

  /// Cerebrate takes a plus sign, digits and hyphens.
  private static String dialled(String number) {
    return number.replaceAll("[ ()./]+", "-");
  }

  private void meta(String field, String value) {
    if (!value.isBlank()) {
      json.writeStartObject();
      json.writeStringProperty("scope", "organisation");
      json.writeStringProperty("field", field);
      json.writeStringProperty("value", value);
      json.writeEndObject();
    }
  }

  private void said(String name, String text) {
    if (!text.isBlank()) {
      json.writeStringProperty(name, text);
    }
  }

  private void listed(String name, Contact contact, Channel.Means means) {
    List<String> values = values(contact, means);
    if (!values.isEmpty()) {
      JsonBytes.texts(json, name, values);
    }
  }

  private static List<KeyNote> openPgp(Contact contact) {
    return contact.reach().keys().stream()
        .filter(key -> key.scheme() == KeyNote.Scheme.OPENPGP)
        .toList();
  }

  static List<String> values(Contact contact, Channel.Means... means) {
    List<Channel.Means> wanted = List.of(means);
    return contact.reach().channels().stream()
        .filter(each -> wanted.contains(each.means()))
        .map(Channel::value)
        .toList();
  }
}
