// Saves a part while it is written: <form data-autosave="address">. Without this script its button saves.
// A version that came too late is kept by the house; then the page is loaded anew and shows both.
const form = document.querySelector("form[data-autosave]");
const said = form?.querySelector(".saved");
const PAUSE = 4000;
const KEPT = 60000; // letters that a browser sends to their end after a page was left
let timer, going = false, changed = false, leaving = false, pressed = null;

function tell(words, lost = false) {
  said.textContent = words;
  said.classList.toggle("lost", lost);
}

// Whoever signed in anew in another window has a new token there; the old one of this page would be refused.
function renewed() {
  const token = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1];
  if (token) form.elements.csrfmiddlewaretoken.value = token;
}

function later(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

async function save() {
  if (going || !changed || leaving) return;
  going = true;
  changed = false;
  renewed();
  const body = new URLSearchParams(new FormData(form)).toString();
  tell(form.dataset.saving);
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body,
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", "X-Autosave": "1" },
      keepalive: document.hidden && body.length < KEPT, // on leaving by a link it is sent to its end
    });
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
    if (!told) { // a page and no answer: the door stands before it, or the server is unwell
      changed = true;
      tell(answer.status < 500 ? form.dataset.out : form.dataset.lost, true);
      later(15000);
    } else if (answer.ok) {
      form.elements.revision.value = told.revision;
      form.dispatchEvent(new CustomEvent("kept", { detail: { whole: !changed } }));
      tell(Object.keys(told.faults).length ? `${told.said}. ${form.dataset.faulty}` : told.said);
    } else if (told.late) {
      leaving = true;
      history.replaceState(null, "", `${told.to}#versions`);
      location.reload();
    } else {
      changed = true;
      tell(`${told.reason} ${told.way}`, true);
      later(60000);
    }
  } catch {
    changed = true;
    tell(form.dataset.lost, true);
    later(15000);
  } finally {
    going = false;
    if (pressed && !leaving) form.requestSubmit(pressed);
    else if (changed && !said.classList.contains("lost")) later();
  }
}

if (form) {
  for (const kind of ["input", "change"]) form.addEventListener(kind, () => { changed = true; later(); });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    renewed();
    if (!going) { leaving = true; return; }
    event.preventDefault(); // what is on its way brings a new revision; the button is pressed again once it is here
    changed = false;
    pressed = event.submitter;
  });
  addEventListener("online", () => { clearTimeout(timer); save(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
}
