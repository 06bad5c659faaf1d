// Tells the house that someone is at a card, shows who else is, and lets Ctrl+Enter go on from any field.
const line = document.querySelector("[data-here]");

async function tell() {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const answer = await fetch(line.dataset.here, { method: "POST", headers: { "X-CSRFToken": token } });
  if (!answer.ok) return;
  const { others } = await answer.json();
  const words = others.length ? `${line.dataset.words} ${others.join(", ")}` : "";
  if (line.textContent !== words) line.textContent = words;
}

if (line) {
  const again = () => tell().catch(() => {});
  again();
  setInterval(again, 20000);
}

document.querySelectorAll("form[data-keys]").forEach((form) =>
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button"));
    }
  }),
);
