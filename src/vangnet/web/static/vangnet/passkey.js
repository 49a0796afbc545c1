// SPDX-License-Identifier: EUPL-1.2
// Passkeys: ask the server what to do, let the browser do it, and send the answer back.
"use strict";

function naarBytes(tekst) {
  const kaal = atob(tekst.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(kaal, (teken) => teken.charCodeAt(0));
}

function naarTekst(inhoud) {
  if (!inhoud) return undefined;
  const tekens = String.fromCharCode(...new Uint8Array(inhoud));
  return btoa(tekens).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function lijstMetBytes(lijst) {
  return (lijst || []).map((een) => ({ ...een, id: naarBytes(een.id) }));
}

async function stuur(vak, antwoord) {
  const inhoud = new FormData(vak.querySelector("[data-passkeysleutel]"));
  if (antwoord) inhoud.set("antwoord", JSON.stringify(antwoord));
  const gekregen = await fetch(vak.dataset.passkey, { method: "POST", body: inhoud });
  if (!gekregen.headers.get("Content-Type")?.startsWith("application/json")) return null;
  return gekregen.json();
}

function inTekst(sleutel, delen) {
  const response = {};
  for (const deel of delen) response[deel] = naarTekst(sleutel.response[deel]);
  return {
    id: sleutel.id,
    rawId: naarTekst(sleutel.rawId),
    type: sleutel.type,
    clientExtensionResults: {},
    response,
  };
}

async function maak(opties) {
  const publicKey = {
    ...opties,
    challenge: naarBytes(opties.challenge),
    user: { ...opties.user, id: naarBytes(opties.user.id) },
    excludeCredentials: lijstMetBytes(opties.excludeCredentials),
  };
  const sleutel = await navigator.credentials.create({ publicKey });
  return inTekst(sleutel, ["clientDataJSON", "attestationObject"]);
}

async function toon(opties) {
  const publicKey = {
    ...opties,
    challenge: naarBytes(opties.challenge),
    allowCredentials: lijstMetBytes(opties.allowCredentials),
  };
  const sleutel = await navigator.credentials.get({ publicKey });
  return inTekst(sleutel, ["clientDataJSON", "authenticatorData", "signature", "userHandle"]);
}

function zegFout(vak, tekst) {
  const plek = vak.querySelector("[data-passkeyfout]");
  plek.textContent = tekst || vak.dataset.mislukt;
  plek.hidden = false;
}

async function doe(vak) {
  const gevraagd = await stuur(vak, null);
  if (!gevraagd) return zegFout(vak);
  if (gevraagd.verder) return location.assign(gevraagd.verder);
  if (!gevraagd.opties) return zegFout(vak, gevraagd.fout);
  const antwoord = await (vak.dataset.soort === "maken" ? maak : toon)(gevraagd.opties);
  antwoord.verder = vak.dataset.verder || "";
  antwoord.naam = document.querySelector("input[name=naam]")?.value || "";
  const gekregen = await stuur(vak, antwoord);
  if (gekregen?.verder) return location.assign(gekregen.verder);
  return zegFout(vak, gekregen?.fout);
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const vak of document.querySelectorAll("[data-passkey]")) {
    vak.hidden = false;
    vak.querySelector("button").addEventListener("click", () => {
      // The browser says no itself when somebody cancels; then the same words will do.
      doe(vak).catch(() => zegFout(vak));
    });
  }
  for (const paneel of document.querySelectorAll("[data-passkeypaneel]")) paneel.hidden = false;
  for (const zin of document.querySelectorAll("[data-geenpasskey]")) zin.hidden = true;
}
