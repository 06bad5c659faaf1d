// Loads a page anew once what it shows has moved on, but never over a choice that somebody is about to send: then a line
// says so. The page names where to ask (data-live) and what it shows (data-mark, and data-voted where it counts votes).
const place = document.querySelector("[data-live]");

async function look() {
  const answer = await fetch(place.dataset.live);
  if (!answer.ok) return;
  const { mark, voted } = await answer.json();
  const counted = place.dataset.voted;
  if (mark === place.dataset.mark && (counted === undefined || Number(counted) === voted)) return;
  const line = place.querySelector(".moved");
  if (line && place.querySelector("[data-choice], details[open]")) line.hidden = false;
  else location.reload();
}

if (place) setInterval(() => look().catch(() => {}), 2500);
