// Forms of questions: what hangs on an answer is shown when it is asked, and a longer text says how long it is.
const form = document.querySelector("form:has(.asked)");

function answered(place) {
  const found = [...form.elements].filter((one) => one.name === place);
  return found
    .filter((one) => (one.type === "radio" || one.type === "checkbox" ? one.checked : one.value.trim()))
    .map((one) => one.value.trim());
}

function holds(wanted) {
  const given = answered(wanted.place);
  if (![...form.elements].some((one) => one.name === wanted.place)) return true;
  if (wanted.given !== null) return wanted.given === given.length > 0;
  if (!given.length) return false;
  if (wanted.is.length && !wanted.is.some((one) => given.includes(one))) return false;
  if (wanted.not.some((one) => given.includes(one))) return false;
  const number = Number(given[0].replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));
  if (wanted.over !== null && !(number > wanted.over)) return false;
  return wanted.under === null || number < wanted.under;
}

function look() {
  for (const box of form.querySelectorAll("[data-when]")) {
    box.hidden = !JSON.parse(box.dataset.when).every(holds);
  }
}

function count(line) {
  const text = document.getElementById(line.id.slice(0, -"-count".length)).value.trim();
  const n = line.dataset.count === "words" ? text.split(/\s+/).filter(Boolean).length : text.length;
  line.firstElementChild.textContent = n;
  line.classList.toggle("over", n > Number(line.dataset.most));
}

if (form) {
  form.addEventListener("change", look);
  form.addEventListener("input", (event) => {
    const line = document.getElementById(`${event.target.id}-count`);
    if (line) count(line);
  });
  look();
}
