// Shows how far an upload has come: <formular filer="true"> with <button data-ladda-upp>. Without script, or if anything here fails, the form is sent as any other.
// The answer (the next page, or the same with errors, or an error page) takes the place of this one.
let shown = null; // the address of the page that took the first one's place
const limit = (form, name) => Number(form.dataset[name]) || Infinity;
const size = (bytes) => `${(bytes / 1_048_576).toLocaleString('sv-SE', { maximumFractionDigits: 1 })} MB`;

// A fragment is the same page.
const address = () => location.pathname + location.search;

function status(form) {
  let box = form.querySelector('.uppladdning');
  if (!box) {
    box = document.createElement('div');
    box.className = 'uppladdning';
    box.innerHTML = '<div role="status"></div><progress max="100" hidden aria-label="Uppladdning"></progress>';
    (form.querySelector('.knappar') ?? form).before(box);
    if (!form.querySelector('.knappar')) form.append(box);
  }
  return { text: box.querySelector('[role="status"]'), bar: box.querySelector('progress') };
}

function say(form, text, color) {
  const { text: line, bar } = status(form);
  bar.hidden = true;
  line.innerHTML = '<p class="ds-validation-message"></p>';
  line.firstChild.textContent = text;
  line.firstChild.dataset.color = color;
  line.scrollIntoView({ block: 'nearest' });
}

// The server says the same and decides; this only spares the wait.
function tooLarge(form, files) {
  const one = files.find((file) => file.size > limit(form, 'maxFil'));
  if (one) return `Filen ${one.name} är ${size(one.size)}. En fil får vara högst ${size(limit(form, 'maxFil'))}.`;
  const sum = files.reduce((total, file) => total + file.size, 0);
  if (sum > limit(form, 'maxTotalt')) return `Filerna är tillsammans ${size(sum)}. Skicka högst ${size(limit(form, 'maxTotalt'))} åt gången.`;
  return null;
}

function show(html, url) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (url && url !== location.href) history.pushState({ uppladdad: true }, '', url);
  shown = address();
  document.title = page.title;
  document.querySelector('meta[name="antiforgery"]')?.replaceWith(page.querySelector('meta[name="antiforgery"]') ?? '');
  document.body.replaceWith(document.adoptNode(page.body));
  for (const script of page.querySelectorAll('head script[src]')) {
    if ([...document.scripts].some((known) => known.src === new URL(script.getAttribute('src'), location.href).href)) continue;
    const added = document.createElement('script'); // a parsed script never runs; one that is made does
    added.type = script.type;
    added.src = script.getAttribute('src');
    document.head.append(added);
  }
  scrollTo(0, 0);
  document.getElementById('innehall')?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent('minatjanster:sida'));
}

function send(form, submitter) {
  const { text, bar } = status(form);
  const request = new XMLHttpRequest();
  const buttons = [...form.querySelectorAll('button')];
  const release = () => { delete form.dataset.skickar; for (const button of buttons) button.removeAttribute('aria-disabled'); };
  let said = -1;

  form.dataset.skickar = '';
  for (const button of buttons) button.setAttribute('aria-disabled', 'true');
  bar.hidden = false;
  bar.value = 0;
  text.textContent = 'Skickar …';

  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return;
    const percent = Math.floor((event.loaded / event.total) * 100);
    bar.value = percent;
    const step = Math.floor(percent / 25); // said at each quarter, not at each per cent
    if (step !== said) { said = step; text.textContent = percent < 100 ? `Skickar … ${percent} %` : 'Filerna är framme. Vi kontrollerar dem …'; }
  });
  request.addEventListener('load', () => {
    const type = request.getResponseHeader('content-type') ?? '';
    if (type.startsWith('text/html') && request.responseText) show(request.responseText, request.responseURL);
    else { release(); say(form, 'Svaret kunde inte visas. Ladda om sidan och kontrollera om filerna har kommit fram.', 'warning'); }
  });
  request.addEventListener('error', () => {
    release();
    say(form, navigator.onLine ? 'Filerna kom inte fram. Försök igen, och skicka färre filer åt gången om det händer på nytt.' : 'Inget internet. Kontrollera din nätverksanslutning.', 'danger');
  });
  // A button without the attribute answers with the page's own address, not its form's.
  request.open('POST', submitter?.hasAttribute('formaction') ? submitter.formAction : form.action);
  request.setRequestHeader('Accept', 'text/html');
  request.send(new FormData(form, submitter));
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!('uppladdning' in form.dataset)) return;
  if ('skickar' in form.dataset) { event.preventDefault(); return; } // a second press while sending
  if (!event.submitter || !('laddaUpp' in event.submitter.dataset)) return; // the form's other buttons send no files
  const files = [...form.querySelectorAll('input[type="file"]')].flatMap((input) => [...input.files]);
  if (files.length === 0) return;
  event.preventDefault();
  const refused = tooLarge(form, files);
  if (refused) say(form, refused, 'danger');
  else send(form, event.submitter);
});

// Back from a page that took another's place. Following a link to a #fragment ends here too, and must not empty the form.
addEventListener('popstate', () => { if (shown !== null && address() !== shown) location.reload(); });
