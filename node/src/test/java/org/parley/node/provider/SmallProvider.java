package org.parley.node.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/// An identity provider on loopback: it keeps to OpenID Connect, until a test lets it lie.
final class SmallProvider implements AutoCloseable {

  static final String CLIENT = "parley-of-xa";
  static final String SECRET = "seven small stones +& beside";

  /// How the token is signed.
  enum Signing {
    RS256,
    ES256,
    NONE,
    RS512,
    BY_THE_SECRET,
    BY_A_STRANGER
  }

  /// Where it answers with more than anybody reads, or says nothing for long.
  enum Mood {
    WELL,
    HUGE_DISCOVERY,
    HUGE_KEYS,
    HUGE_TOKEN,
    SILENT_TOKEN,
    FAILING_TOKEN
  }

  private record Begun(Map<String, String> asked, String subject) {}

  private final HttpServer server;
  private final String scheme;
  private final RSAKey rsa;
  private final RSAKey stranger;
  private final ECKey ec;
  private final Map<String, Begun> codes = new ConcurrentHashMap<>();
  volatile Signing signing = Signing.RS256;
  volatile Mood mood = Mood.WELL;
  volatile Consumer<JWTClaimsSet.Builder> lie = claims -> {};
  volatile String called;
  volatile int asked;

  SmallProvider() {
    this(Optional.empty());
  }

  /// @param secure to answer by https
  SmallProvider(Optional<SSLContext> secure) {
    try {
      rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
      stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
      ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      scheme = secure.isPresent() ? "https" : "http";
      server = secure.isPresent() ? secured(address, secure.get()) : HttpServer.create(address, 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/.well-known/openid-configuration", this::discovery);
      server.createContext("/keys", this::keys);
      server.createContext("/token", this::token);
    } catch (IOException | com.nimbusds.jose.JOSEException fault) {
      throw new IllegalStateException(fault);
    }
    server.start();
    called = issuer();
  }

  private static HttpServer secured(InetSocketAddress address, SSLContext context)
      throws IOException {
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }

  String issuer() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Tells the truth again.
  void honest() {
    signing = Signing.RS256;
    mood = Mood.WELL;
    lie = claims -> {};
    called = issuer();
  }

  /// Somebody comes with what the node asks for and says who they are; the way back.
  String vouch(String address, String subject) {
    Map<String, String> said = fields(URI.create(address).getRawQuery());
    if (!address.startsWith(issuer() + "/authorize?")
        || !"code".equals(said.get("response_type"))
        || !"openid".equals(said.get("scope"))
        || !CLIENT.equals(said.get("client_id"))
        || !"S256".equals(said.get("code_challenge_method"))
        || said.getOrDefault("state", "").length() < 32
        || said.getOrDefault("nonce", "").length() < 32) {
      throw new IllegalStateException("no such request: " + address);
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, new Begun(said, subject));
    return said.get("redirect_uri") + "?code=" + code + "&state=" + said.get("state");
  }

  private void discovery(HttpExchange http) throws IOException {
    asked++;
    Map<String, Object> said = new HashMap<>();
    said.put("issuer", called);
    said.put("authorization_endpoint", issuer() + "/authorize");
    said.put("token_endpoint", issuer() + "/token");
    said.put("jwks_uri", issuer() + "/keys");
    said.put("response_types_supported", List.of("code"));
    said.put("subject_types_supported", List.of("public"));
    said.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
    if (mood == Mood.HUGE_DISCOVERY) {
      said.put("more", "x".repeat(2_000_000));
    }
    answer(http, 200, said);
  }

  private void keys(HttpExchange http) throws IOException {
    Map<String, Object> keys =
        new HashMap<>(new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toJSONObject());
    if (mood == Mood.HUGE_KEYS) {
      keys.put("more", "x".repeat(2_000_000));
    }
    answer(http, 200, keys);
  }

  private void token(HttpExchange http) throws IOException {
    Map<String, String> sent =
        fields(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Begun begun = codes.remove(sent.getOrDefault("code", ""));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (encode(CLIENT) + ":" + encode(SECRET)).getBytes(StandardCharsets.UTF_8));
    if (mood == Mood.SILENT_TOKEN) {
      pause();
    }
    if (mood == Mood.FAILING_TOKEN) {
      answer(http, 500, Map.of());
    } else if (begun == null
        || !basic.equals(http.getRequestHeaders().getFirst("Authorization"))
        || !begun.asked().get("redirect_uri").equals(sent.get("redirect_uri"))
        || !begun.asked().get("code_challenge").equals(digest(sent.get("code_verifier")))) {
      answer(http, 400, Map.of("error", "invalid_grant"));
    } else {
      Map<String, Object> tokens = new HashMap<>();
      tokens.put("access_token", "opens-nothing");
      tokens.put("token_type", "Bearer");
      tokens.put("expires_in", 60);
      tokens.put("id_token", idToken(begun));
      if (mood == Mood.HUGE_TOKEN) {
        tokens.put("more", "x".repeat(2_000_000));
      }
      answer(http, 200, tokens);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(12_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String idToken(Begun begun) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(begun.subject())
            .audience(CLIENT)
            .claim("nonce", begun.asked().get("nonce"))
            .claim("roles", List.of("administrator"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)));
    lie.accept(claims);
    try {
      return switch (signing) {
        case RS256 -> signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims.build());
        case RS512 -> signed(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa), claims.build());
        case ES256 -> signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec), claims.build());
        case NONE -> new PlainJWT(claims.build()).serialize();
        case BY_A_STRANGER ->
            signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(stranger), claims.build());
        case BY_THE_SECRET ->
            signed(JWSAlgorithm.HS256, "rsa", new MACSigner(SECRET.repeat(2)), claims.build());
      };
    } catch (com.nimbusds.jose.JOSEException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
      throws com.nimbusds.jose.JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static void answer(HttpExchange http, int status, Map<String, Object> said)
      throws IOException {
    byte[] bytes = JSONObjectUtils.toJSONString(said).getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().add("Content-Type", "application/json");
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  private static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : encoded.split("&")) {
      String[] both = pair.split("=", 2);
      fields.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String digest(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
