// What is typed stays in this browser until the house has it: <kino-draft key="review-12"> inside a form that saves itself
// (autosave.js). Without a network nothing is lost; where another page was quicker, both versions are shown and one is
// chosen. <kino-draft key="review-12" done> forgets it.
class Draft extends HTMLElement {
  connectedCallback() {
    this.key = `kinoqor-draft-${this.getAttribute("key")}`;
    if (this.hasAttribute("done")) return this.drop();
    this.form = this.closest("form");
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, () => this.hold());
    this.form.addEventListener("kept", (event) => { if (event.detail.whole) this.drop(); else this.hold(); });
    this.back();
  }

  fields() {
    return [...new FormData(this.form)].filter(([name]) => !["csrfmiddlewaretoken", "revision", "no_tie"].includes(name));
  }

  hold() {
    if (this.choosing) return;
    const held = { revision: this.form.elements.revision.value, fields: this.fields() };
    try { localStorage.setItem(this.key, JSON.stringify(held)); } catch { /* a browser that keeps nothing */ }
  }

  drop() {
    try { localStorage.removeItem(this.key); } catch { /* nothing was kept */ }
  }

  back() {
    let held = null;
    try { held = JSON.parse(localStorage.getItem(this.key)); } catch { /* nothing was kept */ }
    if (!held) return;
    const there = new Map(this.fields()), mine = new Map(held.fields);
    const names = [...new Set([...there.keys(), ...mine.keys()])];
    const apart = names.filter((name) => (there.get(name) ?? "").trim() !== (mine.get(name) ?? "").trim());
    if (!apart.length) return this.drop();
    if (held.revision === this.form.elements.revision.value) return this.fill(mine);
    this.choose(apart, there, mine);
  }

  fill(mine) {
    for (const one of this.form.elements) {
      if (!one.name || ["hidden", "submit"].includes(one.type) || one.name === "no_tie") continue;
      if (one.type === "radio") one.checked = mine.get(one.name) === one.value;
      else if (one.tagName !== "BUTTON") one.value = mine.get(one.name) ?? "";
    }
    this.form.dispatchEvent(new Event("input", { bubbles: true })); // it is saved like anything typed now
  }

  choose(apart, there, mine) {
    const section = this.querySelector(".versions");
    const rows = section.querySelector("tbody");
    this.choosing = true;
    for (const name of apart) {
      const row = rows.insertRow();
      const head = row.appendChild(document.createElement("th"));
      head.scope = "row";
      head.textContent = this.form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest("[data-called]")?.dataset.called ?? name;
      for (const [which, from] of [["there", there], ["mine", mine]]) {
        const cell = row.insertCell();
        cell.dataset.k = section.dataset[which];
        cell.textContent = from.get(name) || "–";
      }
    }
    section.hidden = false;
    section.querySelector("[data-take]").addEventListener("click", () => this.chosen(section, mine));
    section.querySelector("[data-leave]").addEventListener("click", () => this.chosen(section, null));
    section.focus();
  }

  chosen(section, mine) {
    this.choosing = false;
    section.hidden = true;
    if (mine) this.fill(mine); else this.drop();
    this.form.querySelector("textarea, input:not([type=hidden])")?.focus();
  }
}
customElements.define("kino-draft", Draft);
