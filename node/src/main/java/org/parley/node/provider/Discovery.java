package org.parley.node.provider;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.settings.Provider;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// What the provider says of itself, asked for when it is first needed and again after an hour. The
/// node starts without it.
final class Discovery {

  /// By what a registration is told apart; there is one.
  static final String ID = "provider";

  private static final Duration HOLDS = Duration.ofHours(1);
  private static final String KEPT_AT = "/.well-known/openid-configuration";

  /// @param registration this node at the provider
  /// @param namesItself whether its answers say whose they are (RFC 9207)
  record Known(ClientRegistration registration, boolean namesItself, Instant since) {}

  private final Provider provider;
  private final RestClient client;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  Discovery(Provider provider, RestClient client, InstantSource clock) {
    this.provider = provider;
    this.client = client;
    this.clock = clock;
  }

  /// @param back where the provider sends people back to
  /// @throws AwayException where the provider does not say what is needed
  Known now(String back) {
    Known there = known;
    if (there == null || there.since().plus(HOLDS).isBefore(clock.instant())) {
      there = ask(back);
      known = there;
    }
    return there;
  }

  /// What was said; its absence means that the provider does not say what is needed.
  static String said(@Nullable String what) {
    if (what == null || what.isBlank()) {
      throw new AwayException("the provider does not say what signing in needs");
    }
    return what;
  }

  private Known ask(String back) {
    String issuer = provider.issuer().toString();
    Map<String, Object> said = document(issuer.replaceFirst("/$", "") + KEPT_AT);
    if (!issuer.equals(said.get("issuer"))) {
      throw new AwayException("the provider calls itself otherwise than the settings");
    }
    try {
      ClientRegistration registration =
          ClientRegistrations.fromOidcConfiguration(said)
              .registrationId(ID)
              .clientId(provider.client())
              .clientSecret(provider.secret())
              .clientName("provider")
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(back)
              .scope("openid")
              .userNameAttributeName("sub")
              .build();
      said(registration.getProviderDetails().getJwkSetUri());
      boolean namesItself =
          Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported"));
      return new Known(registration, namesItself, clock.instant());
    } catch (RuntimeException unfit) {
      throw new AwayException("the provider does not say what signing in needs", unfit);
    }
  }

  private Map<String, Object> document(String address) {
    try {
      byte @Nullable [] bytes =
          client
              .get()
              .uri(address)
              .accept(MediaType.APPLICATION_JSON)
              .retrieve()
              .body(byte[].class);
      String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
      return JSONObjectUtils.parse(text, Fetch.MOST);
    } catch (RestClientException | ParseException unfit) {
      throw new AwayException("the provider cannot be asked", unfit);
    }
  }
}
