// Passkeys: asks the browser for what the server wants to know, and posts its answer with the form. Without scripts, or in a browser without
// passkeys, the button stays hidden and the text beside it says which other way there is.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const withIds = (list) => list?.map((key) => ({ ...key, id: bytes(key.id) }));

async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withIds(options.excludeCredentials),
    },
  });
  return answer(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function use(options) {
  const got = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: withIds(options.allowCredentials) },
  });
  return answer(got, {
    authenticatorData: text(got.response.authenticatorData),
    signature: text(got.response.signature),
    userHandle: got.response.userHandle ? text(got.response.userHandle) : null,
  });
}

// Written out: some password managers' own credentials have no toJSON that works.
const answer = (key, response) => JSON.stringify({
  id: key.id,
  rawId: text(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment,
  clientExtensionResults: key.getClientExtensionResults(),
  response: { clientDataJSON: text(key.response.clientDataJSON), ...response },
});

for (const form of document.querySelectorAll('form[data-passernyckel]')) {
  if (!('PublicKeyCredential' in window)) continue;
  form.querySelector('[data-passernyckel-saknas]').hidden = true;
  form.querySelector('button').hidden = false;
  const failed = form.querySelector('[data-passernyckel-fel]');
  form.addEventListener('submit', async (event) => {
    // Without a name the server says so, before a passkey is made that nobody gets to use.
    if (form.elements.Namn?.value.trim() === '') return;
    event.preventDefault();
    failed.hidden = true;
    try {
      const options = JSON.parse(form.dataset.val);
      form.elements.Svar.value = form.dataset.passernyckel === 'skapa' ? await create(options) : await use(options);
      form.submit();
    } catch {
      failed.hidden = false; // cancelled, timed out, or no passkey here
    }
  });
}
