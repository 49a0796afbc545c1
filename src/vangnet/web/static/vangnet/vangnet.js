// SPDX-License-Identifier: EUPL-1.2
// Comfort on top of pages that work without it. No part may be needed to finish a task.
"use strict";

const wortel = document.documentElement;
const verzend = (adres, body, keuzes) =>
  fetch(adres, { method: "POST", body, redirect: "manual", ...keuzes });

function naarZoekvak(gebeurtenis) {
  const zoek = document.getElementById("zoek");
  if (!zoek) return;
  gebeurtenis.preventDefault();
  zoek.focus();
  zoek.select();
}

// The rows of the lists of a page, each by what one can open or do first in it.
const rijplek = "#inhoud :is(tbody tr, .lijst > li)";
const rij = () => document.activeElement.closest(rijplek);
const binnenin = (een) => een.querySelector("a, button");

function stapRij(kant) {
  const rijen = [...document.querySelectorAll(rijplek)].filter((een) => binnenin(een)?.checkVisibility());
  const plek = rijen.indexOf(rij());
  const naar = plek < 0 && kant < 0 ? rijen.at(-1) : rijen[plek + kant];
  if (naar) binnenin(naar).focus();
}

// "d": to the day of the afspraak of the row.
function naarDag() {
  const schakel = rij()?.querySelector("[data-dag]");
  if (schakel) location.assign(schakel.href + schakel.dataset.dag);
}

const losseToetsen = {
  j: () => stapRij(1),
  k: () => stapRij(-1),
  x: () => rij()?.querySelector("[name=gereed][value=ja]")?.click(),
  d: naarDag,
};

// "1" and on: that decision about an aanmelding.
function kiesBesluit(key) {
  const keuze = document.querySelectorAll("[type=radio][name=besluit]")[key - 1];
  keuze?.click();
  keuze?.focus();
}

// Keys such as "g z", or "s", open the link that bears them.
let eerste = {};
const metToetsen = (toetsen) => document.querySelector(`[data-toetsen="${CSS.escape(toetsen)}"]`);

function tweedeToets(gebeurtenis) {
  const { key, timeStamp } = gebeurtenis;
  const samen = timeStamp - eerste.timeStamp < 1500 && metToetsen(`${eerste.key} ${key}`);
  const schakel = samen || metToetsen(key);
  eerste = schakel ? {} : gebeurtenis;
  if (schakel) {
    gebeurtenis.preventDefault();
    location.assign(schakel.href);
  } else if (key === "t") naarNotitie(gebeurtenis);
  else if (key > 0) kiesBesluit(key);
  else losseToetsen[key]?.();
}

// "t": the note field of the zaak, on its first tab.
function naarNotitie(gebeurtenis) {
  const veld = document.querySelector("#notitie textarea");
  const tab = document.querySelector(".identiteit .tabs a:not([aria-current])");
  if (!veld && !tab) return;
  gebeurtenis.preventDefault();
  if (veld) veld.focus();
  else location.assign(`${tab.href}#id_tekst`);
}

// Not while somebody types, nor with data-sneltoetsen="uit" (WCAG 2.1.4).
function sneltoets(gebeurtenis) {
  const { key, ctrlKey, metaKey, altKey, target } = gebeurtenis;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") return naarZoekvak(gebeurtenis);
  if (ctrlKey || metaKey || altKey || gebeurtenis.repeat) return;
  if (target.closest("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]")) return;
  if (wortel.dataset.sneltoetsen === "uit" || document.querySelector("dialog[open]")) return;
  if (key === "/") return naarZoekvak(gebeurtenis);
  const lijst = document.getElementById("toetsen");
  if (key === "?" && lijst) return lijst.showModal();
  return tweedeToets(gebeurtenis);
}

// Ctrl+Enter or Cmd+Enter sends the form.
function verstuurToets(gebeurtenis) {
  if (gebeurtenis.key !== "Enter" || !(gebeurtenis.ctrlKey || gebeurtenis.metaKey)) return;
  const formulier = gebeurtenis.target.form;
  if (formulier?.method !== "post") return;
  gebeurtenis.preventDefault();
  formulier.requestSubmit();
}

// Esc and a click elsewhere close an open menu.
function sluitMenus(behalve) {
  let gesloten = null;
  for (const menu of document.querySelectorAll("details.uitklap[open]")) {
    if (menu.contains(behalve)) continue;
    menu.open = false;
    gesloten = menu;
  }
  return gesloten;
}

function escToets(gebeurtenis) {
  if (gebeurtenis.key !== "Escape") return;
  const binnen = document.activeElement.closest("details.uitklap");
  const gesloten = sluitMenus(null);
  if (binnen === gesloten) binnen?.querySelector("summary").focus();
}

// Light or dark: seen at once, and kept.
function kiesWeergave(gebeurtenis) {
  const { target: formulier, submitter: gekozen } = gebeurtenis;
  if (!formulier.matches("[data-weergavekeuze]") || !gekozen) return;
  gebeurtenis.preventDefault();
  wortel.dataset.weergave = gekozen.value;
  for (const knop of formulier.querySelectorAll("button[name=weergave]")) {
    knop.setAttribute("aria-pressed", knop === gekozen);
  }
  verzend(formulier.action, new FormData(formulier, gekozen));
}

// A second click within two seconds sends nothing.
const isNet = (formulier) => Date.now() - (formulier?.dataset.verstuurd ?? 0) < 2000;

function nietTweemaal(gebeurtenis) {
  const formulier = gebeurtenis.target;
  if (gebeurtenis.defaultPrevented || formulier.method !== "post") return;
  if (isNet(formulier)) gebeurtenis.preventDefault();
  else formulier.dataset.verstuurd = Date.now();
  if (formulier.contains(wachtend)) wachtend = null;
}

// A link of the summary of errors goes to its field.
function naarVeld(gebeurtenis) {
  const schakel = gebeurtenis.target.closest("[data-foutoverzicht] a[href^='#']");
  const veld = schakel && document.getElementById(schakel.hash.slice(1));
  if (!veld) return;
  gebeurtenis.preventDefault();
  veld.focus({ preventScroll: true });
  (veld.closest(".veld") || veld).scrollIntoView({ block: "center" });
}

function sluitMelding(gebeurtenis) {
  const knop = gebeurtenis.target.closest("[data-weg]");
  if (!knop) return;
  knop.closest(".melding").remove();
  document.getElementById("inhoud").focus({ preventScroll: true });
}

// A form without an answer: its text stays (ADR 0024).
function verbinding({ target, type, detail }) {
  const regel = target.querySelector("[data-geenverbinding]");
  if (regel) regel.hidden = type !== "htmx:error" || !!detail.ctx?.response;
}

// What waits to be kept: sent when the page goes (a browser does so up to 64 kB).
let wachtend = null;
const BEWAART = "[hx-trigger$=vertrek]";
const kanMee = (body) => `${body}`.length < 6e4;

const bijVertrek = (doe) =>
  ["beforeunload", "pagehide", "visibilitychange"].forEach((soort) => addEventListener(soort, doe));

function gaatMee({ target, detail }) {
  if (!target.matches(BEWAART)) return;
  wachtend = null;
  const { request } = detail.ctx;
  request.body.set("nummer", Date.now());
  request.keepalive = kanMee(request.body);
}

function stuurWachtend() {
  // Not behind the one before, that may get no answer any more.
  for (const soort of ["htmx:abort", "vertrek"]) wachtend?.dispatchEvent(new Event(soort));
}

// Not kept: the browser asks first. Named: the field that has to be filled in.
function nietWeg(gebeurtenis) {
  for (const wat of document.querySelectorAll("[data-nietbewaard]:not([hidden], :empty)")) {
    const veld = document.getElementById(wat.dataset.nietbewaard);
    if (veld?.value.trim() !== "" && !isNet(wat.closest("form"))) gebeurtenis.preventDefault();
  }
}

bijVertrek(stuurWachtend);
addEventListener("beforeunload", nietWeg);
addEventListener("input", ({ target }) => {
  wachtend = target.form?.querySelector(BEWAART) ?? wachtend;
});
addEventListener("htmx:before:request", gaatMee);
for (const doe of [sneltoets, verstuurToets, escToets]) addEventListener("keydown", doe);
addEventListener("click", (gebeurtenis) => {
  sluitMenus(gebeurtenis.target);
  naarVeld(gebeurtenis);
  sluitMelding(gebeurtenis);
  if (gebeurtenis.target.closest("[data-print]")) print();
});
for (const soort of ["htmx:error", "htmx:before:request"]) addEventListener(soort, verbinding);
for (const doe of [kiesWeergave, nietTweemaal]) addEventListener("submit", doe);

// Makes Back a GET.
if (document.querySelector("[data-terug-leeg]")) history.replaceState(null, "");
for (const knop of document.querySelectorAll("[data-print], [data-weg]")) knop.hidden = false;
document.querySelector("[data-foutoverzicht]")?.focus();
