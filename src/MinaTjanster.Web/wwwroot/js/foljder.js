// Shows what a form leads to while it is being filled in: <formular foljder-url="…" foljder-mal="id">.
// The fields are posted (never in an address, never files), the answer is an HTML fragment drawn by the same rules on the server.
const DELAY_MS = 350;
const state = new WeakMap(); // form -> { timer, controller, last }

async function update(form) {
  const target = document.getElementById(form.dataset.foljderMal);
  if (!target) return;
  const status = document.getElementById(`${form.dataset.foljderMal}-status`);
  const own = state.get(form);
  const fields = new FormData(form);
  for (const [name, value] of [...fields]) if (value instanceof File) fields.delete(name);
  const body = new URLSearchParams(fields);
  if (own.last === body.toString()) return;
  own.last = body.toString();

  own.controller?.abort(); // an older question must not overwrite a newer answer
  const controller = own.controller = new AbortController();
  target.setAttribute('aria-busy', 'true');
  if (status) status.textContent = ''; // the same words again are heard only when they have been away
  try {
    const answer = await fetch(form.dataset.foljderUrl, { method: 'POST', body, signal: controller.signal, redirect: 'error', headers: { 'X-Requested-With': 'foljder' } });
    if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return;
    const html = await answer.text();
    if (controller.signal.aborted || target.innerHTML === html) return;
    target.innerHTML = html;
    // Said in two words: the panel itself is long, and would be read from the top at every key.
    if (status) status.textContent = 'Följderna är uppdaterade.';
  } catch {
    own.last = undefined; // network, log-out or a newer question: the check page shows the same consequences
  } finally {
    if (own.controller === controller) target.removeAttribute('aria-busy');
  }
}

function schedule(event) {
  const form = event.target.form;
  if (!form?.dataset.foljderUrl || event.target.type === 'file' || event.target.type === 'password') return;
  if (!state.has(form)) state.set(form, {});
  const own = state.get(form);
  clearTimeout(own.timer);
  own.timer = setTimeout(update, event.type === 'change' ? 0 : DELAY_MS, form);
}

document.addEventListener('input', schedule);
document.addEventListener('change', schedule);
