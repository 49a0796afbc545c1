// SPDX-License-Identifier: EUPL-1.2
// Warns before the session ends, and keeps what was typed on the page. Two minutes are left when it
// is read (WCAG 2.2.1): ten seconds more, for a slow answer.
"use strict";

const sessievak = document.querySelector("[data-sessie]");
const VOORAF = 130;
const vind = (naam) => sessievak.querySelector(`[data-${naam}]`);
let wekker = 0;

function zetWekker(over) {
  clearTimeout(wekker);
  wekker = setTimeout(kijk, Math.max(1, over > VOORAF ? over - VOORAF : over) * 1000);
}

async function haal() {
  const gekregen = await fetch(sessievak.dataset.stand, { redirect: "manual" });
  return gekregen.ok ? gekregen.json() : { over: 0 };
}

// Out: without a text to the log-in page.
function sluitAf() {
  wortel.dataset.uitgelogd = "";
  const velden = [...document.querySelectorAll("input,textarea")];
  if (velden.some((v) => v.value !== v.defaultValue || (v.rows && v.value))) toonDeel("voorbij");
  else location.replace(location.pathname + location.search);
}

function toonDeel(naam) {
  for (const deel of ["bijna", "voorbij"]) vind(deel).hidden = deel !== naam;
  if (!sessievak.open) sessievak.showModal();
}

// Another tab may have gone on. druk: somebody says so.
async function kijk(druk) {
  const stand = await haal().catch(() => null);
  if (!stand) return zetWekker(VOORAF);
  const isZelfde = stand.wie === sessievak.dataset.wie;
  vind("iemandanders").hidden = !stand.wie || isZelfde;
  vind("nogniet").hidden = !druk || stand.wie;
  if (!stand.over || !isZelfde) return sluitAf();
  delete wortel.dataset.uitgelogd;
  for (const veld of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    veld.value = stand.sleutel;
  }
  if (stand.over <= VOORAF) toonDeel("bijna");
  else if (sessievak.open) sessievak.close();
  return zetWekker(stand.over);
}

async function verderWerken() {
  await verzend(sessievak.dataset.verder, new FormData(vind("sessiesleutel")));
  await kijk();
}

if (sessievak) {
  vind("verderwerken").addEventListener("click", verderWerken);
  vind("opnieuwkijken").addEventListener("click", kijk);
  // Esc is an answer too.
  sessievak.addEventListener("cancel", (daad) => {
    daad.preventDefault();
    verderWerken();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) kijk();
  });
  zetWekker(Number(sessievak.dataset.over));
}
