// Asks before an idle session ends (domain.md section 3). GET /session/status answers {sekunderKvar, dialogFran, slut} without extending it;
// POST /session/forlang extends it. sekunderKvar null: no session any longer.
const POLL_MS = 60_000;
const SHORT_POLL_MS = 10_000; // while the dialog is open: another tab may have been used
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null;

let deadline = null; // performance.now() when the session ends
let dialogFrom = 300; // seconds before the end
let pollTimer;
let tickTimer;
let lastSaid = '';
let ended = false;
let endsAt = ''; // the time of day, by the server's clock
let last = false; // the 12 hours are nearly over: staying extends nothing, so nothing more is asked
let polling = false;
const dirty = new WeakSet();

const el = (id) => document.getElementById(id);
const secondsLeft = () => Math.max(0, Math.round((deadline - performance.now()) / 1000));

function words(seconds) {
  if (seconds >= 90) return `${Math.round(seconds / 60)} minuter`;
  if (seconds > 60) return '1 minut';
  return seconds === 1 ? '1 sekund' : `${seconds} sekunder`;
}

function notice(heading, text) {
  const place = el('session-notis');
  if (!place) return;
  if (!heading) { place.replaceChildren(); return; }
  if (place.querySelector('strong')?.textContent === heading) return;
  const box = document.createElement('div');
  box.className = 'ds-alert';
  box.dataset.color = 'warning';
  const strong = document.createElement('strong');
  strong.textContent = heading;
  const p = document.createElement('p');
  p.append(strong, ' ', text);
  box.append(p);
  place.replaceChildren(box);
}

const lastNotice = () => notice(`Du har varit inloggad i 12 timmar och loggas ut kl. ${endsAt}.`, 'Skicka det du har skrivit innan dess.');
const offline = () => notice('Problem med nätverket', 'Inget internet. Kontrollera din nätverksanslutning.');
const faulty = () => notice('Tillfälligt tekniskt fel', 'Vi når inte tjänsten just nu. Vänta en stund innan du skickar något. Det du har skrivit finns kvar på sidan.');

function show(state) {
  const dialog = el('session-dialog');
  for (const part of dialog.querySelectorAll('[data-lage]')) part.hidden = part.dataset.lage !== state;
  dialog.setAttribute('aria-labelledby', state === 'fraga' ? 'session-rubrik' : 'session-utloggad-rubrik');
  dialog.setAttribute('aria-describedby', state === 'fraga' ? 'session-text' : 'session-utloggad-text');
  if (!dialog.open) dialog.showModal();
  if (state !== 'fraga') el('session-utloggad-rubrik').focus();
}

function tick() {
  if (ended || deadline === null) return;
  const left = secondsLeft();
  const dialog = el('session-dialog');
  if (last) {
    if (left === 0) poll();
  } else if (left <= dialogFrom) {
    if (!dialog.open) { show('fraga'); el('session-stanna').focus(); poll(); }
    el('session-tid').textContent = words(left);
    // Read aloud each minute and at 20 seconds, not each second.
    const said = left > 60 ? words(Math.ceil(left / 60) * 60) : left <= 20 ? words(20) : words(60);
    if (said !== lastSaid) { lastSaid = said; el('session-upplast').textContent = `Automatisk utloggning sker om cirka ${said}.`; }
    if (left === 0) poll(); // the server decides, its clock is the one that counts
  } else if (dialog.open) {
    lastSaid = '';
    dialog.close();
  }
}

function end() {
  if (ended) return;
  ended = true;
  clearTimeout(pollTimer);
  clearInterval(tickTimer);
  const login = el('session-dialog').dataset.inloggningUrl;
  if (location.pathname === login) return;
  const retur = encodeURIComponent(location.pathname + location.search);
  const url = `${login}?utgangen=1&retur=${retur}`;
  // What is typed is kept by the server when it is posted after the session has ended (design: nothing typed is lost), so leave it on the page.
  if ([...document.forms].some((form) => dirty.has(form))) {
    el('session-logga-in').href = url;
    show('utloggad');
  } else {
    location.assign(url);
  }
}

function take(status) {
  if (status.sekunderKvar === null) { notice(null); end(); return; }
  deadline = performance.now() + status.sekunderKvar * 1000;
  dialogFrom = status.dialogFran;
  endsAt = status.slut;
  if (last) lastNotice(); else notice(null);
  tick();
}

async function ask(url, options) {
  try {
    const answer = await fetch(url, { cache: 'no-store', redirect: 'manual', headers: { Accept: 'application/json', ...options?.headers }, method: options?.method });
    if (answer.ok) { take(await answer.json()); return true; }
    if (answer.status >= 500 || answer.status === 429) faulty();
    else end(); // signed out: a redirect to the login page, or 401/403/400
  } catch {
    if (navigator.onLine) faulty(); else offline();
  }
  return false;
}

async function poll() {
  if (ended || polling) return;
  polling = true;
  clearTimeout(pollTimer);
  await ask(el('session-dialog').dataset.statusUrl);
  polling = false;
  const left = deadline === null ? Infinity : secondsLeft() - (last ? 0 : dialogFrom);
  const soon = el('session-dialog').open ? SHORT_POLL_MS : Math.max(1_000, Math.min(POLL_MS, left * 1000));
  if (!ended) pollTimer = setTimeout(poll, soon);
}

async function stay() {
  const token = document.querySelector('meta[name="antiforgery"]')?.content ?? '';
  if (await ask(el('session-dialog').dataset.forlangUrl, { method: 'POST', headers: { RequestVerificationToken: token } })) {
    channel?.postMessage('forlangd');
    if (ended) return;
    el('session-dialog').close();
    if (secondsLeft() <= dialogFrom) { last = true; lastNotice(); }
  }
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.('#session-stanna')) stay();
  if (event.target.closest?.('#session-stang')) el('session-dialog').close();
});
document.addEventListener('cancel', (event) => { // Escape: the person is here
  if (event.target.id !== 'session-dialog' || ended) return;
  event.preventDefault();
  stay();
}, true);
document.addEventListener('input', (event) => { if (event.target.form?.method === 'post') dirty.add(event.target.form); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) poll(); });
channel?.addEventListener('message', poll);
addEventListener('offline', offline);
addEventListener('online', poll);
addEventListener('pageshow', (event) => { if (event.persisted) poll(); });

tickTimer = setInterval(tick, 1000);
poll();
