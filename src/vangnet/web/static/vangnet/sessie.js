// SPDX-License-Identifier: EUPL-1.2
// Warns a minute before the session ends, and keeps what was typed on the page.
"use strict";

const sessievak = document.querySelector("[data-sessie]");
const VOORAF = 60;
let wekker = 0;

function zetWekker(over) {
  clearTimeout(wekker);
  wekker = setTimeout(kijk, Math.max(1, over > VOORAF ? over - VOORAF : over) * 1000);
}

async function haal(adres, keuzes) {
  const gekregen = await fetch(adres, { redirect: "manual", ...keuzes });
  return gekregen.ok ? gekregen.json() : { over: 0 };
}

// A field in which somebody typed or chose something since the page came.
function isVeranderd(veld) {
  if (veld.type === "hidden") return false;
  if (veld.type === "checkbox" || veld.type === "radio") return veld.checked !== veld.defaultChecked;
  if (veld.options) return [...veld.options].some((keuze) => keuze.selected !== keuze.defaultSelected);
  return veld.value !== veld.defaultValue;
}

// Who is out sees nothing of the page any more. Only what was typed is a reason to stay on it.
function sluitAf() {
  document.documentElement.dataset.uitgelogd = "";
  const velden = [...document.querySelectorAll("main :is(input, textarea, select), .zoek input")];
  if (velden.some(isVeranderd)) return toonDeel("voorbij");
  const hier = location.pathname + location.search;
  return location.replace(`${sessievak.dataset.inloggen}?next=${encodeURIComponent(hier)}`);
}

function toonDeel(naam) {
  sessievak.querySelector("[data-bijna]").hidden = naam !== "bijna";
  sessievak.querySelector("[data-voorbij]").hidden = naam !== "voorbij";
  if (!sessievak.open) sessievak.showModal();
}

// Another tab may have gone on: only the server knows.
async function kijk() {
  const stand = await haal(sessievak.dataset.stand).catch(() => null);
  if (!stand) return zetWekker(VOORAF + 10);
  const isZelfde = stand.wie === sessievak.dataset.wie;
  sessievak.querySelector("[data-iemandanders]").hidden = !stand.wie || isZelfde;
  if (!stand.over || !isZelfde) return sluitAf();
  delete document.documentElement.dataset.uitgelogd;
  for (const veld of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    veld.value = stand.sleutel;
  }
  if (stand.over <= VOORAF) toonDeel("bijna");
  else if (sessievak.open) sessievak.close();
  return zetWekker(stand.over);
}

async function verderWerken() {
  const inhoud = new FormData(sessievak.querySelector("[data-sessiesleutel]"));
  await haal(sessievak.dataset.verder, { method: "POST", body: inhoud });
  await kijk();
}

if (sessievak) {
  sessievak.querySelector("[data-verderwerken]").addEventListener("click", verderWerken);
  sessievak.querySelector("[data-opnieuwkijken]").addEventListener("click", kijk);
  // Esc is an answer too: somebody is there.
  sessievak.addEventListener("cancel", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    verderWerken();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) kijk();
  });
  zetWekker(Number(sessievak.dataset.over));
}
