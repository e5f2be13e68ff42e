package org.parley.node.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.Scope;
import org.parley.core.terms.Digest;
import org.parley.duties.people.Lodge;
import org.parley.node.TestNode;
import org.parley.node.api.Contract;

/// Programs that act for people of a node under test.
public final class Programs {

  private final TestNode node;

  public Programs(TestNode node) {
    this.node = node;
  }

  /// A token put beside the pages, whatever its owner may do: the gate must stand by itself.
  public String token(Account account, Set<Scope> scopes) {
    return token(account, scopes, Duration.ofHours(1));
  }

  public String token(Account account, Set<Scope> scopes, Duration lasts) {
    String text = "parley_" + Base64.getUrlEncoder().encodeToString(random()).replace("=", "");
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    AccessToken token =
        new AccessToken(
            UUID.randomUUID(),
            Digest.of(text.getBytes(StandardCharsets.UTF_8)),
            account.id(),
            "a program",
            scopes,
            new AccessToken.Life(now, now.plus(lasts), Optional.empty()));
    node.context()
        .getBean(Lodge.class)
        .people()
        .change(register -> {
          register.keep(token);
          return true;
        });
    return text;
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new java.security.SecureRandom().nextBytes(bytes);
    return bytes;
  }

  public Caller all(Account account) {
    return new Caller(node, token(account, EnumSet.allOf(Scope.class)));
  }

  public Caller with(Account account, Scope... scopes) {
    return new Caller(node, token(account, Set.of(scopes)));
  }

  /// A program that holds a token and no cookie. Each answer is held against the contract.
  public record Caller(TestNode node, String token) {

    public HttpResponse<String> get(String path, String... headers) {
      return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
      return send("POST", path, body, headers);
    }

    /// Sends a file with what is said of it.
    ///
    /// @param fields names and values of the other parts
    public HttpResponse<String> attach(
        String path, String name, byte[] bytes, List<String> fields, String... headers) {
      String border = "border-of-parts";
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int at = 0; at < fields.size(); at += 2) {
        body.writeBytes(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(border, fields.get(at), fields.get(at + 1))
                .getBytes(StandardCharsets.UTF_8));
      }
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
              .formatted(border, name)
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(bytes);
      body.writeBytes("\r\n--%s--\r\n".formatted(border).getBytes(StandardCharsets.UTF_8));
      return send(
          "POST",
          path,
          HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
          "multipart/form-data; boundary=" + border,
          headers);
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
      return body.isEmpty()
          ? send(method, path, HttpRequest.BodyPublishers.noBody(), "", headers)
          : send(
              method, path, HttpRequest.BodyPublishers.ofString(body), "application/json", headers);
    }

    private HttpResponse<String> send(
        String method,
        String path,
        HttpRequest.BodyPublisher body,
        String type,
        String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(node.address() + path))
              .header("Authorization", "Bearer " + token)
              .method(method, body);
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      for (int at = 0; at < headers.length; at += 2) {
        request.header(headers[at], headers[at + 1]);
      }
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<String> answer =
            client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(Contract.of(node).deviations(answer)).as("%s %s", method, path).isEmpty();
        return answer;
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
