// Follows how a file is read in: <section data-fillage="…">. Without script the page loads itself anew.
const EVERY_MS = 1500;
const EVERY_AFTER_FAULT_MS = 6000;

async function follow(box) {
  const bar = box.querySelector('progress');
  const line = box.querySelector('[role="status"]');
  let said = -1;
  for (;;) {
    let wait = EVERY_MS;
    try {
      const answer = await fetch(box.dataset.fillage, { headers: { Accept: 'application/json' }, redirect: 'error' });
      if (!answer.ok) return; // signed out, or another school: the page says so when it is loaded
      const state = await answer.json();
      if (state.klar) { location.reload(); return; }
      bar.value = state.procent;
      const step = Math.floor(state.procent / 25); // said at each quarter, not at each per cent
      if (step !== said) { said = step; line.textContent = state.text; }
    } catch {
      wait = EVERY_AFTER_FAULT_MS; // no network: tried again
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

for (const box of document.querySelectorAll('[data-fillage]')) follow(box);
