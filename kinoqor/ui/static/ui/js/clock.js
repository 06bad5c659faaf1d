// The clock of the house goes on while a page is read: <strong data-clock="2030-03-10T23:58:01">. The house judges by its own.
for (const shown of document.querySelectorAll("[data-clock]")) {
  const began = performance.now();
  const [, hours, minutes, seconds] = shown.dataset.clock.match(/T(\d\d):(\d\d):(\d\d)/).map(Number);
  const day = shown.textContent.replace(/\d\d:\d\d:\d\d$/, "");
  const two = (number) => String(number).padStart(2, "0");
  setInterval(() => {
    const now = hours * 3600 + minutes * 60 + seconds + Math.floor((performance.now() - began) / 1000);
    if (now < 86400) shown.textContent = `${day}${two(Math.floor(now / 3600))}:${two(Math.floor(now / 60) % 60)}:${two(now % 60)}`;
    else location.reload(); // a new day: the house says which
  }, 1000);
}
