package org.parley.node.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.parley.desk.settings.Provider;
import org.parley.duties.people.Lodge;
import org.parley.node.people.Links;
import org.parley.node.web.AbsentException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/// Where people are sent off to the provider and come back.
///
/// @param desk the provider, where the node has one
record Counter(Optional<Desk> desk, Errands errands, Links links, Lodge lodge) {

  static final String RETURN = "/sign-in/provider/return";

  /// @param vouching how it is asked
  record Desk(Provider provider, Vouching vouching) {}

  /// Where somebody goes now.
  ///
  /// @param address at the provider
  /// @param cookie what ties the errand to their browser
  record Onward(String address, String cookie) {}

  Desk here() {
    return desk.orElseThrow(AbsentException::new);
  }

  /// @throws AwayException where the provider cannot be asked what it needs
  Onward send(Errand.Purpose purpose, String language) {
    String back = links.to(RETURN);
    ClientRegistration registration = here().vouching().known(back).registration();
    OAuth2AuthorizationRequest asked = asked(registration, back);
    Errand errand = new Errand(purpose, asked, language, lodge.now().plus(Errands.LASTS));
    return new Onward(asked.getAuthorizationRequestUri(), errands.begin(errand, errands.secret()));
  }

  /// The request with its state, its nonce, of which the provider sees the digest, and the proof
  /// that whoever brings the code is who asked for it.
  private OAuth2AuthorizationRequest asked(ClientRegistration registration, String back) {
    String nonce = errands.secret();
    String acr = String.join(" ", here().provider().demands().acr());
    OAuth2AuthorizationRequest.Builder asking =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                Discovery.said(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(back)
            .scopes(Set.of("openid"))
            .state(errands.secret())
            .attributes(attributes -> {
              attributes.put(OAuth2ParameterNames.REGISTRATION_ID, Discovery.ID);
              attributes.put(OidcParameterNames.NONCE, nonce);
            })
            .additionalParameters(parameters -> {
              parameters.put(OidcParameterNames.NONCE, digest(nonce));
              if (!acr.isEmpty()) {
                parameters.put("acr_values", acr);
              }
            });
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(asking);
    return asking.build();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }
}
