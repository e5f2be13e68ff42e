package org.parley.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.parley.desk.settings.SettingKey;
import org.parley.desk.settings.Settings;
import org.parley.desk.settings.SettingsReader;
import org.springframework.context.ConfigurableApplicationContext;

/// A real node on loopback, started once for all tests and stopped with the JVM.
public final class TestNode {

  private static TestNode shared;

  private final ConfigurableApplicationContext context;
  private final URI address;

  private TestNode(Settings settings) {
    context = ParleyNode.start(settings);
    address = URI.create(ParleyNode.address(context, settings));
  }

  /// A node in the exercise `trial`.
  public static synchronized TestNode shared() {
    if (shared == null) {
      shared =
          start(
              Map.of(
                  SettingKey.REALM, "exercise:trial",
                  // A provider that is away, which keeps nobody from starting.
                  SettingKey.PROVIDER_ISSUER, "http://127.0.0.1:1",
                  SettingKey.PROVIDER_CLIENT, "parley",
                  SettingKey.PROVIDER_SECRET, "no secret at all",
                  SettingKey.PROVIDER_NAME, "Alder Key"));
    }
    return shared;
  }

  public static TestNode start(Map<SettingKey, String> said) {
    try {
      return startIn(Files.createTempDirectory("parley-node"), said);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  public static TestNode startIn(Path data, Map<SettingKey, String> said) {
    Map<SettingKey, String> all = new java.util.EnumMap<>(SettingKey.class);
    all.put(SettingKey.LISTEN_PORT, "0");
    all.putAll(said);
    return new TestNode(SettingsReader.read(data, Map.of(), all).orThrow());
  }

  /// The same node, set up as the fictitious State XA's.
  public TestNode withDoors() {
    context.getBean(org.parley.duties.people.OpenDoors.class).open().orThrow();
    return this;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /// Where it listens, without a slash at the end.
  public String address() {
    return address.toString().replaceFirst("/$", "");
  }

  public void stop() {
    context.close();
  }

  /// A browser at a node that was started in another way.
  public static Browser browserAt(URI address) {
    return new Browser(address);
  }

  /// A browser without cookies as yet.
  public Browser browser() {
    return new Browser(address);
  }

  /// As much of a browser as tests need: it keeps cookies and follows nothing by itself.
  public static final class Browser {
    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(URI address) {
      this.address = address;
    }

    public CookieManager cookies() {
      return cookies;
    }

    public HttpResponse<String> get(String path, String... headers) {
      return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> send(
        String method, String path, HttpRequest.BodyPublisher body, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address.resolve(path)).method(method, body);
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    /// Sends a form as a page of ours would, with the mark taken from `from`.
    public HttpResponse<String> post(String from, String path, Form form) {
      String page = get(from).body();
      return send(
          "POST",
          path,
          HttpRequest.BodyPublishers.ofString(form.with("_csrf", mark(page)).encoded()),
          "Content-Type",
          "application/x-www-form-urlencoded");
    }

    /// A file to take away.
    public HttpResponse<byte[]> bytes(String path) {
      try {
        return client.send(
            HttpRequest.newBuilder(address.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    /// The mark that the forms of a page carry.
    public String markOn(String path) {
      return mark(get(path).body());
    }

    /// Sends a form with a file, with the mark taken from `from`.
    public HttpResponse<String> upload(String from, String path, String name, byte[] bytes) {
      return upload(from, path, Form.of(), name, bytes);
    }

    /// The same with what else the form holds.
    public HttpResponse<String> upload(
        String from, String path, Form form, String name, byte[] bytes) {
      String border = "border-of-parts";
      String part = "--" + border + "\r\nContent-Disposition: form-data; name=\"%s\"";
      StringBuilder start = new StringBuilder();
      form.with("_csrf", mark(get(from).body()))
          .each((field, value) -> start.append((part + "\r\n\r\n%s\r\n").formatted(field, value)));
      start.append((part + "; filename=\"%s\"\r\n\r\n").formatted("file", name));
      java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
      body.writeBytes(start.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      body.writeBytes(bytes);
      body.writeBytes(
          ("\r\n--" + border + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return send(
          "POST",
          path,
          HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
          "Content-Type",
          "multipart/form-data; boundary=" + border);
    }

    private static String mark(String page) {
      int at = page.indexOf("name=\"_csrf\" value=\"");
      if (at < 0) {
        throw new IllegalStateException("the page has no form");
      }
      int start = at + "name=\"_csrf\" value=\"".length();
      return page.substring(start, page.indexOf('"', start));
    }
  }
}
