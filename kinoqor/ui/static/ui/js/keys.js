// Keys for lists of the desk: any list inside [data-keys-list]. Without this script every list works by its links.
// j and k go down and up (so do the arrows once a row has the focus), Enter opens, x picks, n and p turn the page,
// / goes to the search, ? shows the keys. Who uses single letters for something else turns them off; the browser
// remembers it. The page names them in <c-keys>.
const OFF = "kinoqor-keys-off";
const lists = [...document.querySelectorAll("[data-keys-list]")];
const help = document.querySelector("[data-keys-help]");
const WRITES = "input:not([type=checkbox], [type=radio], [type=submit]), textarea, select, [contenteditable]";

const off = () => {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
};
const rows = () => lists.flatMap((list) => [...list.querySelectorAll("ol > li, tbody > tr")]).filter((row) => row.querySelector("a[href]"));
const here = () => rows().findIndex((row) => row.contains(document.activeElement));

function go(step) {
  const all = rows();
  if (!all.length) return;
  const now = here();
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(now + step, 0), all.length - 1);
  // The row's name leads to the record; the focus goes there, so that Enter and a screen reader do what they always do.
  (all[next].querySelector("[data-keys-open]") ?? all[next].querySelector("a[href]")).focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function pick() {
  const box = rows()[here()]?.querySelector("input[type=checkbox]");
  if (box) box.click();
  return Boolean(box);
}

function turn(where) {
  const link = document.querySelector(`a[rel=${where}]`);
  if (link) location.assign(link.href);
  return Boolean(link);
}

function search() {
  const box = document.querySelector("[data-keys-search], form[role=search] input[type=search], form[role=search] input[type=text]");
  box?.closest("details")?.setAttribute("open", "");
  box?.focus();
  box?.select();
  return Boolean(box);
}

function show() {
  if (!help) return false;
  help.open = !help.open;
  if (help.open) { help.scrollIntoView({ block: "nearest" }); help.querySelector("summary").focus(); }
  return true;
}

const letters = {
  j: () => { go(1); return true; },
  k: () => { go(-1); return true; },
  x: pick,
  n: () => turn("next"),
  p: () => turn("prev"),
  "/": search,
  "?": show,
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.(WRITES)) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && here() >= 0) {
    event.preventDefault();
    return go(step);
  }
  if (!off() && letters[event.key]?.()) event.preventDefault();
});

const button = help?.querySelector("button[data-off]");
if (button) {
  const say = () => { button.textContent = off() ? button.dataset.on : button.dataset.off; };
  button.hidden = false;
  say();
  button.addEventListener("click", () => {
    try { off() ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"); } catch { /* nothing is remembered here */ }
    say();
  });
}
