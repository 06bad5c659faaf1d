// Shows the number of each slider while it moves, and once it rests puts in place what the list would be then.
const form = document.querySelector("form[data-whatif]");
const place = document.querySelector("#found");
let asked = 0;

function told(slide) {
  let shown = slide.nextElementSibling;
  if (shown?.tagName !== "OUTPUT") {
    shown = document.createElement("output");
    shown.htmlFor = slide.id;
    slide.after(shown);
  }
  shown.value = slide.value;
}

async function look() {
  const mine = ++asked;
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${location.pathname}?${new URLSearchParams(new FormData(form))}`);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#found");
    if (mine === asked && answer.ok && found) place.replaceChildren(...found.childNodes);
  } finally {
    if (mine === asked) place.removeAttribute("aria-busy");
  }
}

if (form && place) {
  for (const slide of form.querySelectorAll(".slide")) {
    told(slide);
    slide.addEventListener("input", () => told(slide));
  }
  form.addEventListener("change", () => look().catch(() => {}));
}
