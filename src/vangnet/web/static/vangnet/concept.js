// SPDX-License-Identifier: EUPL-1.2
// Keeps what is typed in a form as a draft, and says when that doesn't work. Never over a newer text.
"use strict";

const vak = document.querySelector("[data-concept]");
const formulier = [...document.querySelectorAll("main form")].find(
  (een) => een.method === "post" && new URL(een.action).pathname === vak.dataset.adres,
);
const stand = vak.querySelector("[data-conceptstand]");
const ander = vak.querySelector("[data-conceptander]");
let versie = stand.dataset.versie ?? vak.dataset.versie;
let wekkerop = 0;
let loopt = null;
let goedOm = new Date().toTimeString().slice(0, 5);

function plan(over) {
  if (wekkerop || !ander.hidden) return;
  wekkerop = setTimeout(bewaar, over);
}

async function stuurConcept() {
  const inhoud = new FormData(formulier);
  inhoud.set("concept-adres", vak.dataset.adres);
  for (const [naam, waarde] of [...inhoud]) if (waarde instanceof File) inhoud.delete(naam);
  const antwoord = await fetch(vak.dataset.concept, { method: "POST", body: inhoud, redirect: "manual" });
  if (!antwoord.ok) throw new Error("niet bewaard");
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

async function bewaar() {
  wekkerop = 0;
  if (loopt) await loopt;
  loopt = stuurConcept().catch(() => {
    stand.textContent = `${vak.dataset.mislukt} ${goedOm}`;
    stand.dataset.nietbewaard = "";
    plan(5000);
  });
  await loopt;
  loopt = null;
}

// A text that is under way may not come after the form that it was for, nor after it was thrown away.
async function eerstBewaard(gebeurtenis) {
  clearTimeout(wekkerop);
  wekkerop = -1;
  if (!loopt) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopPropagation();
  await loopt;
  gebeurtenis.target.requestSubmit(gebeurtenis.submitter);
}

if (formulier) {
  const knoppen = formulier.querySelector(".knoppen");
  if (knoppen) knoppen.before(stand, ander);
  // With each text goes what it began with, also when it is sent to be saved.
  formulier.addEventListener("formdata", ({ formData }) => formData.set("concept-versie", versie));
  formulier.addEventListener("input", () => plan(2000));
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
