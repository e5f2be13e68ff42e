package org.parley.desk.settings;

import java.util.Locale;
import java.util.Optional;

/// A setting of the node, by its name in `node.properties`. The handbook says what each means.
public enum SettingKey {
  LISTEN_ADDRESS("listen.address", "127.0.0.1"),
  LISTEN_PORT("listen.port", "8470"),
  PUBLIC_ADDRESS("public.address", ""),
  BOOKS("books", ""),
  PEOPLE("people", ""),
  REALM("realm", "real"),
  ZONE("zone", "UTC"),
  SESSION_IDLE("session.idle", "30"),
  PROVIDER_ISSUER("provider.issuer", ""),
  PROVIDER_CLIENT("provider.client", ""),
  PROVIDER_SECRET("provider.secret", ""),
  PROVIDER_SECRET_FILE("provider.secret.file", ""),
  PROVIDER_AUTHORITY_FILE("provider.authority.file", ""),
  PROVIDER_NAME("provider.name", ""),
  PROVIDER_ACR("provider.acr", ""),
  PROVIDER_AMR("provider.amr", ""),
  RELAY_FOLDER("relay.folder", ""),
  CEILING("ceiling", "TLP:RED");

  private final String key;
  private final String otherwise;

  SettingKey(String key, String otherwise) {
    this.key = key;
    this.otherwise = otherwise;
  }

  public String key() {
    return key;
  }

  /// What holds where nothing is said.
  public String otherwise() {
    return otherwise;
  }

  /// The variable of the environment that overrules the file: `PARLEY_LISTEN_PORT`.
  public String variable() {
    return "PARLEY_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  static Optional<SettingKey> parse(String key) {
    for (SettingKey each : values()) {
      if (each.key.equals(key)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
