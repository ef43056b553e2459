// A form that is filled in and printed: sums while typing, and more rows without asking the server. Nothing is sent.
const form = document.querySelector('form[data-blankett]');
const rows = form?.querySelector('[data-rader]');

const whole = (input) => (/^\s*\d{1,6}\s*$/.test(input?.value ?? '') ? Number(input.value) : 0);
const cell = (row, name) => row.querySelector(`[data-kolumn="${name}"]`);
const out = (name) => form.querySelector(`[data-summa="${name}"]`);

// As the server's Timtolk: 11,5 or 11.5 or 11:30.
function minutes(text) {
  const hit = /^\s*(\d{1,5})(?:[,.](\d{1,2})|:([0-5]\d))?\s*$/.exec(text ?? '');
  if (!hit) return null;
  return Number(hit[1]) * 60 + (hit[2] ? Math.round(Number(`0.${hit[2]}`) * 60) : Number(hit[3] ?? 0));
}

function sum() {
  if (!out('tid')) return;
  let total = 0;
  let lessons = 0;
  let scheduled = 0;
  const days = new Set();
  const tooLong = [];
  [...rows.children].forEach((row, place) => {
    const absent = whole(cell(row, 'Franvaro'));
    const length = whole(cell(row, 'Langd'));
    scheduled += Math.max(absent, length);
    if (length > 0 && absent > length) tooLong.push(place + 1);
    if (absent === 0) return;
    total += absent;
    lessons += 1;
    const day = (cell(row, 'Datum')?.value ?? '').replaceAll(/[\s-]/g, '');
    if (day) days.add(day);
  });
  out('tid').textContent = total > 0 ? `${Math.floor(total / 60)} tim ${total % 60} min (${total} minuter)` : '';
  out('lektioner').textContent = lessons > 0 ? `${lessons} ${lessons === 1 ? 'lektion' : 'lektioner'} under ${days.size} ${days.size === 1 ? 'dag' : 'dagar'}` : '';
  const teaching = minutes(form.elements['Varden[Undervisningstid]']?.value);
  out('undervisning').textContent = teaching === null ? '' : `${(Math.round(teaching / 0.6) / 100).toLocaleString('sv-SE', { useGrouping: false })} timmar`;
  const warning = tooLong.length > 0
    ? `Rad ${tooLong.join(', ')}: Frånvaron är längre än lektionen.`
    : teaching !== null && teaching < scheduled
      ? 'Den totala undervisningstiden är kortare än lektionerna på raderna. Skriv all schemalagd undervisning i perioden.'
      : '';
  if (out('varning').textContent !== warning) out('varning').textContent = warning;
}

function addRow() {
  const place = rows.children.length;
  const row = rows.lastElementChild.cloneNode(true);
  for (const field of row.querySelectorAll('input, select')) {
    field.name = field.name.replace(/^Rader\[\d+\]/, `Rader[${place}]`);
    field.id = field.id.replace(/^Rader_\d+_/, `Rader_${place}_`);
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    field.value = '';
  }
  for (const label of row.querySelectorAll('label')) label.htmlFor = label.htmlFor.replace(/^Rader_\d+_/, `Rader_${place}_`);
  for (const message of row.querySelectorAll('.ds-validation-message')) message.remove();
  for (const number of row.querySelectorAll('[data-nummer]')) number.textContent = String(place + 1);
  rows.append(row);
  return row;
}

if (form && rows) {
  form.addEventListener('input', sum);
  const more = form.querySelector('[data-fler]');
  more?.addEventListener('click', (event) => {
    event.preventDefault();
    const max = Number(more.dataset.max);
    const first = rows.children.length < max ? addRow() : null;
    for (let i = 1; i < Number(more.dataset.fler) && rows.children.length < max; i += 1) addRow();
    first?.querySelector('input, select')?.focus();
    if (rows.children.length >= max) more.hidden = true;
  });
  sum();
}
