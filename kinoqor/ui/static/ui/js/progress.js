// Keeps the line of long work fresh and loads the page anew once the work has ended.
const place = document.querySelector("[data-progress]");

async function look() {
  const answer = await fetch(place.dataset.progress);
  if (!answer.ok) return;
  const { working, done, of } = await answer.json();
  if (!working) return location.reload();
  const bar = place.querySelector("progress");
  if (of) {
    bar.max = of;
    bar.value = done;
    const line = place.querySelector("[role=status]");
    line.textContent = `${Math.round((100 * done) / of)} %`;
  }
}

if (place) setInterval(() => look().catch(() => {}), 1500);
