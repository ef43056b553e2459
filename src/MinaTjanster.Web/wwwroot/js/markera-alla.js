// A button that ticks every box of a name, or none when all are ticked. Without the script the button is not there.
for (const knapp of document.querySelectorAll('[data-markera-alla]')) {
  const rutor = () => [...document.getElementsByName(knapp.dataset.markeraAlla)];
  knapp.hidden = rutor().length === 0;
  knapp.addEventListener('click', () => {
    const alla = rutor().every(ruta => ruta.checked);
    for (const ruta of rutor()) {
      ruta.checked = !alla;
    }
  });
}
