// Shows the print button where it can do something: without scripts the browser's own menu prints.
for (const button of document.querySelectorAll('[data-skriv-ut]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
