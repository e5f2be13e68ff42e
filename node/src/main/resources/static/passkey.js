// Passkeys: asks the device to make a key, or to prove that it has one. Pages work without this
// script: they offer a password and a changing code.

/** @param {HTMLFormElement} form @param {Record<string, string>} more */
function body(form, more) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") {
      fields.set(name, value);
    }
  }
  for (const [name, value] of Object.entries(more)) {
    fields.set(name, value);
  }
  return fields;
}

/** @param {string} path @param {URLSearchParams} fields */
async function post(path, fields) {
  const answer = await fetch(path, { method: "POST", body: fields });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

/** @param {HTMLFormElement} form */
async function ceremony(form) {
  const at = form.dataset.passkey;
  const question = await post(at + "/options", body(form, {}));
  const credential =
    form.dataset.kind === "new"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question.options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question.options),
        });
  const answer = await post(
    at,
    body(form, {
      ceremony: question.ceremony,
      credential: JSON.stringify(credential.toJSON()),
    }),
  );
  location.assign(answer.to);
}

// Keys are bound to a name: where the address is a number the device would refuse.
const able =
  /[a-z]/i.test(location.hostname) &&
  window.PublicKeyCredential &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!able || !(form instanceof HTMLFormElement)) {
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = form.querySelector("[role=status]");
    told.textContent = "";
    ceremony(form).catch(() => {
      told.textContent = form.dataset.failed;
    });
  });
}
