package org.parley.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Styles, scripts and pictures: a fixed list, read once, each under an address that changes with
/// its bytes.
public final class Assets {

  private static final Map<String, String> FILES =
      Map.of(
          "parley.css", "/static/parley.css",
          "passkey.js", "/static/passkey.js",
          "mark.svg", "/static/mark.svg",
          "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private static final int DIGITS = 16;

  /// @param type its media type
  /// @param digest the beginning of its SHA-256, in hex
  public record Asset(String name, String type, String digest, byte[] bytes) {

    public String address() {
      return "/static/" + digest + "/" + name;
    }
  }

  private final Map<String, Asset> assets = new TreeMap<>();

  public Assets() {
    FILES.forEach((name, resource) -> assets.put(name, read(name, resource)));
  }

  /// The address of a file that pages name.
  public String address(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("no such file: " + name))
        .address();
  }

  public Optional<Asset> find(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  private static Asset read(String name, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(name, type(name), digest(bytes), bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(resource, fault);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException defect) {
      throw new IllegalStateException(defect);
    }
  }
}
