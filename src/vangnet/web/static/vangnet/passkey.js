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

async function stuur(vak, antwoord) {
  const inhoud = new FormData(vak.querySelector("[data-passkeysleutel]"));
  if (antwoord) inhoud.set("antwoord", JSON.stringify(antwoord));
  return (await verzend(vak.dataset.passkey, inhoud)).json();
}

// A key that is made is asked for with the user that it will be of; one that is shown, without.
async function metSleutel(opties) {
  const { user } = opties;
  const publicKey = { ...opties, challenge: naarBytes(opties.challenge) };
  if (user) publicKey.user = { ...user, id: naarBytes(user.id) };
  for (const lijst of ["excludeCredentials", "allowCredentials"]) {
    publicKey[lijst] = opties[lijst]?.map((een) => ({ ...een, id: naarBytes(een.id) }));
  }
  const sleutel = await navigator.credentials[user ? "create" : "get"]({ publicKey });
  const response = {};
  for (const deel of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    response[deel] = naarTekst(sleutel.response[deel]);
  }
  const { id, type } = sleutel;
  return { id, rawId: id, type, clientExtensionResults: {}, response };
}

function zegFout(vak, tekst) {
  const plek = vak.querySelector("[data-passkeyfout]");
  plek.textContent = tekst || vak.dataset.mislukt;
  plek.hidden = false;
}

async function doe(vak) {
  let gekregen = await stuur(vak);
  if (gekregen.opties) {
    const sleutel = await metSleutel(gekregen.opties);
    const naam = document.querySelector("input[name=naam]")?.value || "";
    gekregen = await stuur(vak, { ...sleutel, verder: vak.dataset.verder || "", naam });
  }
  if (gekregen.verder) location.assign(gekregen.verder);
  else zegFout(vak, gekregen.fout);
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const vak of document.querySelectorAll("[data-passkey]")) {
    vak.hidden = false;
    // The same words for who cancels, and for a page instead of an answer.
    vak.querySelector("button").addEventListener("click", () => doe(vak).catch(() => zegFout(vak)));
  }
  for (const paneel of document.querySelectorAll("[data-passkeypaneel]")) paneel.hidden = false;
  for (const zin of document.querySelectorAll("[data-geenpasskey]")) zin.hidden = true;
}
