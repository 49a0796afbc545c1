// SPDX-License-Identifier: EUPL-1.2
// What fits comes under the search box while one types (ARIA 1.2, combobox with a list); Enter opens
// the top one. Without it the box is a form with a page of results.
"use strict";

const zoekvak = document.getElementById("zoek");
const zoeklijst = document.getElementById("zoeklijst");
let zoekwekker = 0;
let bezig = null;
let gevondenVoor = "";

const keuzes = () => [...zoeklijst.querySelectorAll("[role=option]")];
const getypt = () => zoekvak.value.trim();
const gekozen = () => zoeklijst.querySelector("[aria-selected=true]");

function sluitLijst() {
  clearTimeout(zoekwekker);
  zoeklijst.hidden = true;
  zoekvak.setAttribute("aria-expanded", "false");
  zoekvak.removeAttribute("aria-activedescendant");
}

function kies(keuze) {
  for (const een of keuzes()) een.setAttribute("aria-selected", String(een === keuze));
  zoekvak.setAttribute("aria-activedescendant", keuze.id);
  keuze.scrollIntoView({ block: "nearest" });
}

function toonKeuzes(html, tekst) {
  zoeklijst.innerHTML = html;
  gevondenVoor = tekst;
  keuzes().forEach((een, plek) => (een.id = `zoekkeuze-${plek}`));
  zoeklijst.hidden = false;
  zoekvak.setAttribute("aria-expanded", "true");
  kies(keuzes()[0]);
  const tel = zoekvak.form.querySelector("[data-tel]");
  tel.textContent = keuzes().length === 1 ? tel.dataset.telEen : `${keuzes().length} ${tel.dataset.tel}`;
}

// One question at a time; an answer to what isn't in the box any more is dropped.
async function vraag() {
  clearTimeout(zoekwekker);
  const tekst = getypt();
  if (tekst.length < 2) return sluitLijst();
  bezig?.abort();
  bezig = new AbortController();
  const { form } = zoekvak;
  const { signal } = bezig;
  const antwoord = await verzend(form.dataset.vak, new FormData(form), { signal }).catch(() => null);
  const html = antwoord?.ok ? await antwoord.text().catch(() => null) : null;
  if (html !== null && tekst === getypt()) toonKeuzes(html, tekst);
}

// After Enter one goes on typing: in a zaak the note field gets the focus.
function open(keuze, typen) {
  if (!keuze?.dataset.naar) zoekvak.form.requestSubmit();
  else location.assign(keuze.dataset.naar + (typen && "typen" in keuze.dataset ? "#id_tekst" : ""));
}

async function enter(gebeurtenis) {
  if (getypt().length < 2) return;
  gebeurtenis.preventDefault();
  if (zoeklijst.hidden || gevondenVoor !== getypt()) await vraag();
  open(gevondenVoor === getypt() ? gekozen() : null, true);
}

function stap(gebeurtenis, kant) {
  gebeurtenis.preventDefault();
  if (zoeklijst.hidden) return vraag();
  const alle = keuzes();
  kies(alle[(alle.indexOf(gekozen()) + kant + alle.length) % alle.length]);
}

function toets(gebeurtenis) {
  if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || gebeurtenis.isComposing) return;
  if (gebeurtenis.key === "Enter") enter(gebeurtenis);
  if (gebeurtenis.key === "ArrowDown") stap(gebeurtenis, 1);
  if (gebeurtenis.key === "ArrowUp") stap(gebeurtenis, -1);
  if (gebeurtenis.key === "Escape" && !zoeklijst.hidden) {
    gebeurtenis.preventDefault();
    sluitLijst();
  }
}

if (zoekvak && zoeklijst) {
  for (const [naam, waarde] of [["role", "combobox"], ["aria-expanded", "false"],
    ["aria-controls", "zoeklijst"], ["aria-autocomplete", "list"]]) zoekvak.setAttribute(naam, waarde);
  zoekvak.addEventListener("input", () => {
    clearTimeout(zoekwekker);
    zoekwekker = setTimeout(vraag, 200);
  });
  zoekvak.addEventListener("keydown", toets);
  zoekvak.addEventListener("blur", sluitLijst);
  // Before the box loses its focus, which closes the list.
  zoeklijst.addEventListener("mousedown", (gebeurtenis) => gebeurtenis.preventDefault());
  zoeklijst.addEventListener("click", (gebeurtenis) => {
    const keuze = gebeurtenis.target.closest("[role=option]");
    if (keuze) open(keuze, false);
  });
}
