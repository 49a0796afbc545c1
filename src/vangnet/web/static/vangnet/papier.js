// SPDX-License-Identifier: EUPL-1.2
// The paper for the person concerned fits on one sheet: its letter gets smaller, as far as one can read
// it well. Where that isn't enough a warning says before printing how many sheets it takes. Nothing is
// left out. Without this the paper has its largest letter.
"use strict";

const MM = 96 / 25.4;
// Of A4 with the margins of papier.css, less a line that rounding may cost.
const BLAD = (297 - 28) * MM;
const PAST = BLAD - 6 * MM;
const LETTERS = ["", "11", "10.5", "10"];

function hoogteVan(papier, letter) {
  const maat = papier.cloneNode(true);
  maat.classList.add("papier--maat");
  maat.setAttribute("aria-hidden", "true");
  maat.dataset.letter = letter;
  papier.after(maat);
  const hoogte = maat.getBoundingClientRect().height;
  maat.remove();
  return hoogte;
}

function zetOpEenBlad(papier, melding) {
  const past = LETTERS.find((letter) => hoogteVan(papier, letter) <= PAST);
  papier.dataset.letter = past ?? LETTERS.at(-1);
  melding.hidden = past !== undefined;
  if (past === undefined) {
    const bladen = Math.max(2, Math.ceil(hoogteVan(papier, LETTERS.at(-1)) / BLAD));
    melding.querySelector("[data-bladen]").textContent = String(bladen);
  }
}

// The letters of the house are of another width than what stands there until they have come.
document.fonts.ready.then(() => {
  zetOpEenBlad(document.querySelector(".papier"), document.querySelector("[data-te-lang]"));
});
