package org.parley.node.passkey;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.Lodge;
import org.parley.duties.port.UnreachableException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The two exchanges with a device: registering a key and proving that one has it. Each is asked
/// for first, and what was asked is kept for five minutes and used once.
final class Ceremonies {

  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  private record Asked(Object options, Instant until) {}

  /// @param ceremony by which the answer is matched
  /// @param json what the browser hands to the device
  record Question(String ceremony, String json) {}

  private final Lodge lodge;
  private final Settings settings;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final Map<String, Asked> asked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
          return size() > MOST;
        }
      };

  Ceremonies(Lodge lodge, Settings settings) {
    this.lodge = lodge;
    this.settings = settings;
  }

  /// What a device is asked in order to make a key for an account.
  ///
  /// @param port the port that the browser came to
  Question askForNew(UUID account, int port) {
    PublicKeyCredentialCreationOptions options =
        party(port)
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(
                    UsernamePasswordAuthenticationToken.authenticated(
                        account.toString(), "", List.of())));
    return question("new/" + account, options);
  }

  /// Registers the key that a device made; false where the answer does not fit what was asked.
  boolean register(UUID account, String ceremony, String credential, String label, int port) {
    Optional<PublicKeyCredentialCreationOptions> options =
        take("new/" + account, ceremony).map(PublicKeyCredentialCreationOptions.class::cast);
    if (options.isEmpty()) {
      return false;
    }
    return holds(() -> {
      PublicKeyCredential<AuthenticatorAttestationResponse> key =
          json.readValue(credential, new TypeReference<>() {});
      party(port)
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options.get(), new RelyingPartyPublicKey(key, label)));
      return true;
    });
  }

  /// What a device is asked in order to prove that it has a key; for whom is not known yet.
  Question askForProof(int port) {
    return question("proof", party(port).createCredentialRequestOptions(nobody()));
  }

  /// Whose key proved itself; empty where the answer does not fit what was asked.
  Optional<UUID> proven(String ceremony, String credential, int port) {
    Optional<PublicKeyCredentialRequestOptions> options =
        take("proof", ceremony).map(PublicKeyCredentialRequestOptions.class::cast);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    AtomicReference<Optional<UUID>> whose = new AtomicReference<>(Optional.empty());
    boolean sound =
        holds(() -> {
          PublicKeyCredential<AuthenticatorAssertionResponse> proof =
              json.readValue(credential, new TypeReference<>() {});
          whose.set(
              Owners.account(
                  party(port)
                      .authenticate(new RelyingPartyAuthenticationRequest(options.get(), proof))
                      .getId()));
          return true;
        });
    return sound ? whose.get() : Optional.empty();
  }

  /// Whether a check holds. What a stranger sent may break it in many ways, all of which mean no; a
  /// fault of the register stays a fault.
  private static boolean holds(BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (UnreachableException fault) {
      throw fault;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private Question question(String what, Object options) {
    String ceremony = lodge.chance().draw(16).digest().hex();
    synchronized (asked) {
      asked.put(what + "/" + ceremony, new Asked(options, lodge.now().plus(LASTS)));
    }
    return new Question(ceremony, json.writeValueAsString(options));
  }

  private Optional<Object> take(String what, String ceremony) {
    synchronized (asked) {
      return Optional.ofNullable(asked.remove(what + "/" + ceremony))
          .filter(there -> lodge.now().isBefore(there.until()))
          .map(Asked::options);
    }
  }

  /// The checks for the address that browsers use: the public one, else this machine by name,
  /// because keys are bound to names and not to numbers.
  private Webauthn4JRelyingPartyOperations party(int port) {
    URI shown = settings.door().shown().orElseGet(() -> URI.create("http://localhost:" + port));
    Webauthn4JRelyingPartyOperations party =
        new Webauthn4JRelyingPartyOperations(
            new Owners(lodge.people()),
            new Keys(lodge),
            PublicKeyCredentialRpEntity.builder().id(shown.getHost()).name("Parley").build(),
            Set.of(shown.toString()));
    party.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    party.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return party;
  }

  private static ImmutablePublicKeyCredentialRequestOptionsRequest nobody() {
    return new ImmutablePublicKeyCredentialRequestOptionsRequest(
        new org.springframework.security.authentication.AnonymousAuthenticationToken(
            "nobody",
            "nobody",
            List.of(
                new org.springframework.security.core.authority.SimpleGrantedAuthority("nobody"))));
  }
}
