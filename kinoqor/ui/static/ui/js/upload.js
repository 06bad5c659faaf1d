// Sends the files of form[data-upload] piece by piece; what broke off goes on where it stopped, also after the page was
// closed. Without this script the form sends the file whole.
const kept = (form, file) => `upload:${form.dataset.upload}:${form.elements.place.value}:${file.name}:${file.size}:${file.lastModified}`;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const at = (address, part) => address.replace("PART", encodeURIComponent(part));

function token(form) {
  return { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
}

async function begin(form, file) {
  const told = new FormData();
  told.set("name", file.name);
  told.set("size", file.size);
  told.set("place", form.elements.place.value);
  const answer = await fetch(form.dataset.upload, { method: "POST", body: told, headers: token(form) });
  return { ok: answer.ok, ...(await answer.json()) };
}

async function taken_up(form, key) {
  const part = localStorage.getItem(key);
  if (!part) return null;
  const answer = await fetch(at(form.dataset.parts, part));
  if (!answer.ok) return null;
  return { ok: true, part, ...(await answer.json()) };
}

async function patient(form, ask) {
  for (let pause = 1000; ; pause = Math.min(2 * pause, 30000)) {
    try {
      const answer = await ask();
      if (answer.status < 500) return answer;
    } catch { /* no connection: asked again below */ }
    tell(form, form.dataset.lost);
    await wait(pause);
  }
}

// The SHA-256 of the file as it lies here, so that the house can see that all of it came; only where the browser can.
async function digest(file) {
  try {
    const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch { return ""; }
}

function tell(form, words, wrong = false) {
  const line = form.querySelector("[role=status]");
  line.textContent = words;
  line.classList.toggle("error", wrong);
}

async function pieces(form, file, coming, size) {
  let there = coming.there;
  const bar = form.querySelector("progress");
  bar.hidden = false;
  while (there < file.size) {
    const piece = file.slice(there, there + size);
    const answer = await patient(form, () => fetch(`${at(form.dataset.parts, coming.part)}?at=${there}`, {
      method: "POST", body: piece, headers: { ...token(form), "Content-Type": "application/octet-stream" },
    }));
    const said = await answer.json();
    if (!answer.ok && answer.status !== 409) return { ok: false, ...said };
    there = said.there;
    bar.value = Math.floor((100 * there) / file.size);
    tell(form, `${form.dataset.going}: ${bar.value} %`);
  }
  const told = new FormData();
  told.set("digest", await digest(file));
  const end = await patient(form, () => fetch(at(form.dataset.ends, coming.part), { method: "POST", body: told, headers: token(form) }));
  return { ok: end.ok, ...(await end.json()) };
}

async function send(form, file) {
  if (file.size > Number(form.dataset.most)) return tell(form, form.dataset.large, true);
  const button = form.querySelector("button"), key = kept(form, file);
  button.disabled = true;
  try {
    const coming = (await taken_up(form, key)) ?? (await begin(form, file));
    if (!coming.ok) return tell(form, `${coming.reason} ${coming.way}`, true);
    localStorage.setItem(key, coming.part);
    const end = await pieces(form, file, coming, coming.piece ?? 1 << 20);
    localStorage.removeItem(key);
    if (!end.ok) return tell(form, `${end.reason} ${end.way}`, true);
    location.reload();
  } catch {
    tell(form, form.dataset.lost, true);
  } finally {
    button.disabled = false;
  }
}

document.querySelectorAll("form[data-upload]").forEach((form) => form.addEventListener("submit", (event) => {
  const file = form.elements.file.files[0];
  if (!file) return;
  event.preventDefault();
  send(form, file);
}));
