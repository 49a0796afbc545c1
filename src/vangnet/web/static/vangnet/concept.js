// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form as a draft, and says when that fails. Never over a newer text.
"use strict";

const vak = document.querySelector("[data-concept]");
const formulier = [...document.querySelectorAll("main form")].find(
  (een) => een.method === "post" && new URL(een.action).pathname === vak.dataset.adres,
);
const stand = vak.querySelector("[data-conceptstand]");
const ander = vak.querySelector("[data-conceptander]");
let versie = stand.dataset.versie ?? vak.dataset.versie;
let wekkerop = 0;
const lopend = new Set();
let nummer = 0;
let goedOm = new Date().toTimeString().slice(0, 5);

function plan(over) {
  if (wekkerop || !ander.hidden) return;
  wekkerop = setTimeout(bewaar, over);
}

async function stuurConcept() {
  const body = new URLSearchParams(new FormData(formulier));
  body.set("concept-adres", vak.dataset.adres);
  // Of one page the later text counts, also when the answer to one before it didn't come.
  body.set("concept-venster", `${performance.timeOrigin}-${++nummer}`);
  const antwoord = await verzend(vak.dataset.concept, body, { keepalive: kanMee(body) });
  const nu = await antwoord.json();
  if (!nu.botst) {
    versie = nu.versie;
    goedOm = nu.om;
    stand.textContent = `${vak.dataset.bewaard} ${nu.om}`;
    delete stand.dataset.nietbewaard;
    // What is kept now stands in its place.
    vak.querySelector("[data-conceptweg]")?.remove();
  } else {
    ander.querySelector("[data-om]").textContent = nu.om;
    ander.dataset.versie = nu.versie;
    ander.hidden = false;
  }
}

function bewaar() {
  clearTimeout(wekkerop);
  wekkerop = 0;
  const stuurt = stuurConcept().catch(() => {
    stand.textContent = `${vak.dataset.mislukt} ${goedOm}`;
    stand.dataset.nietbewaard = "";
    plan(5000);
  }).finally(() => lopend.delete(stuurt));
  lopend.add(stuurt);
}

// A text that is under way may not come after the form that it was for, nor after it was thrown away.
async function eerstBewaard(gebeurtenis) {
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
  // With each text goes what it began with, also when it is sent to be saved.
  formulier.addEventListener("formdata", ({ formData }) => formData.set("concept-versie", versie));
  formulier.addEventListener("input", () => plan(2000));
  bijVertrek(() => wekkerop > 0 && bewaar());
  formulier.addEventListener("submit", eerstBewaard, true);
  vak.querySelector("[data-conceptdaad]")?.addEventListener("submit", eerstBewaard);
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
