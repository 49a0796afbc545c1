// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form as a draft, and says when that fails. Never over a newer text.
"use strict";

const vak = document.querySelector("[data-concept]");
const formulier = [...document.querySelectorAll("main form")].find(
  (een) => een.method === "post" && new URL(een.action).pathname === vak.dataset.adres,
);
const uitloggen = document.querySelector("[action$=uitloggen]");
const stand = vak.querySelector("[data-conceptstand]");
const ander = vak.querySelector("[data-conceptander]");
let versie = stand.dataset.versie ?? vak.dataset.versie;
let wekkerop = 0;
const lopend = new Set();
let nummer = 0;
let bijWeggaan;
let goedOm = new Date().toTimeString().slice(0, 5);

function plan(over) {
  if (wekkerop || !ander.hidden) return;
  wekkerop = setTimeout(bewaar, over);
}

async function stuurConcept(weg) {
  const body = new URLSearchParams(new FormData(formulier));
  body.set("concept-adres", vak.dataset.adres);
  bijWeggaan = weg;
  const antwoord = await verzend(vak.dataset.concept, body, { keepalive: weg && kanMee(body) });
  const nu = await antwoord.json();
  if (!nu.botst) {
    versie = nu.versie;
    goedOm = nu.om;
    stand.textContent = `${vak.dataset.bewaard} ${nu.om}`;
    delete stand.dataset.nietbewaard;
  } else {
    ander.querySelector("[data-om]").textContent = nu.om;
    ander.dataset.versie = nu.versie;
    ander.hidden = false;
  }
}

function bewaar(weg) {
  clearTimeout(wekkerop);
  wekkerop = 0;
  const stuurt = stuurConcept(weg).catch(() => {
    stand.textContent = `${vak.dataset.mislukt} ${goedOm}`;
    stand.dataset.nietbewaard = "";
    plan(5000);
  }).finally(() => lopend.delete(stuurt));
  lopend.add(stuurt);
}

// A text may not come after its form, nor after it was thrown away or the session ended.
async function eerstBewaard(gebeurtenis) {
  if (wekkerop > 0 && gebeurtenis.target !== formulier) bewaar();
  clearTimeout(wekkerop);
  wekkerop = -1;
  if (!lopend.size) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopPropagation();
  await Promise.all(lopend);
  gebeurtenis.target.requestSubmit(gebeurtenis.submitter);
}

if (formulier) {
  formulier.querySelector(".knoppen")?.before(stand, ander);
  // With each text goes what it began with; of one page the later one counts, whatever answers came.
  formulier.addEventListener("formdata", ({ formData }) => {
    formData.set("concept-versie", versie);
    formData.set("concept-venster", `${performance.timeOrigin}-${++nummer}`);
  });
  formulier.addEventListener("input", () => plan(2000));
  // Also what is under way: that ends with the page.
  bijVertrek(() => (wekkerop > 0 || (!wekkerop && lopend.size && !bijWeggaan)) && bewaar(true));
  formulier.addEventListener("submit", eerstBewaard, true);
  uitloggen.addEventListener("submit", eerstBewaard);
  vak.addEventListener("submit", eerstBewaard);
  ander.querySelector("[data-neemover]").addEventListener("click", () => {
    ander.hidden = true;
    location.replace(vak.dataset.adres);
  });
  ander.querySelector("[data-houd]").addEventListener("click", () => {
    versie = ander.dataset.versie;
    ander.hidden = true;
    bewaar();
  });
}
