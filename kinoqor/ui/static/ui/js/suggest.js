// Suggestions while typing: <kino-suggest src="/en/search.json" said="Suggestions"> around a search box.
// Without this script the box is an ordinary form.
class Suggest extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.src = this.getAttribute("src");
    if (!this.input || !this.src) return;
    this.list = document.createElement("ul");
    this.list.className = "suggest";
    this.list.id = `${this.input.id}-list`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.getAttribute("said") || "");
    this.list.hidden = true;
    this.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => {
      const row = event.target.closest("li");
      if (row) { event.preventDefault(); location.assign(row.dataset.url); }
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 140);
  }

  async ask() {
    const asked = this.input.value.trim();
    if (asked.length < 2) return this.close();
    this.going?.abort();
    this.going = new AbortController();
    try {
      const answer = await fetch(`${this.src}?q=${encodeURIComponent(asked)}`, { signal: this.going.signal });
      if (answer.ok) this.show((await answer.json()).results.slice(0, 8));
    } catch { /* a later question replaced this one, or there is no network: the form still works */ }
  }

  show(results) {
    this.at = -1;
    this.list.replaceChildren(...results.map((found, i) => {
      const row = document.createElement("li");
      row.id = `${this.list.id}-${i}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.dataset.url = found.url;
      row.append(Object.assign(document.createElement("span"), { textContent: found.title }));
      if (found.lang) row.firstChild.lang = found.lang;
      row.append(Object.assign(document.createElement("small"), { textContent: found.year || "" }));
      return row;
    }));
    this.list.hidden = results.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const rows = [...this.list.children];
    if (event.key === "Escape") {
      if (!this.list.hidden) event.preventDefault(); // a browser's own Escape would empty the box
      return this.close();
    }
    if (this.list.hidden || !rows.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.at = (this.at + step + rows.length + (this.at < 0 && step < 0 ? 1 : 0)) % rows.length;
      rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === this.at)));
      this.input.setAttribute("aria-activedescendant", rows[this.at].id);
      rows[this.at].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      location.assign(rows[this.at].dataset.url);
    }
  }

  close() {
    clearTimeout(this.timer);
    this.going?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
customElements.define("kino-suggest", Suggest);
