package org.parley.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Styles, scripts and pictures: a fixed list, read once, each under an address that changes with
/// its bytes.
public final class Assets {

  /// The style sheet is written in parts, one for each kind of thing, and sent as one.
  private static final List<String> STYLE =
      Stream.of(
              "ground",
              "forms",
              "sheets",
              "incidents",
              "casework",
              "workbench",
              "telling",
              "network",
              "messages",
              "demo")
          .map(part -> "/static/style/" + part + ".css")
          .toList();

  private static final Map<String, List<String>> FILES =
      Map.of(
          "parley.css", STYLE,
          "passkey.js", List.of("/static/passkey.js"),
          "mark.svg", List.of("/static/mark.svg"),
          "htmx.js", List.of("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"));

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
    FILES.forEach((name, parts) -> assets.put(name, read(name, parts)));
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

  private static Asset read(String name, List<String> parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(part -> whole.writeBytes(read(part)));
    byte[] bytes = whole.toByteArray();
    return new Asset(name, type(name), digest(bytes), bytes);
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return in.readAllBytes();
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
