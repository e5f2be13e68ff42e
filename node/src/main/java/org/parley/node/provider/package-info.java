/// Sign-in by an identity provider, with OpenID Connect: a third way beside passkeys and passwords.
@NullMarked
package org.parley.node.provider;

import org.jspecify.annotations.NullMarked;
