// The page where a reader stopped: <kino-leaves key="file-7"> keeps its number in this browser and offers a link back to
// it. Nothing jumps by itself. Without this script, or without a key, all pages are there to be read.
class Leaves extends HTMLElement {
  connectedCallback() {
    const key = this.getAttribute("key");
    if (!key || !("IntersectionObserver" in window)) return;
    this.key = `kinoqor-leaf-${key}`;
    this.offer();
    this.watch = new IntersectionObserver((seen) => this.note(seen), { rootMargin: "-45% 0px -45% 0px" });
    for (const leaf of this.querySelectorAll(".leaf")) this.watch.observe(leaf);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
  }

  offer() {
    let number = 0;
    try { number = Number(localStorage.getItem(this.key)); } catch { /* nothing is remembered here */ }
    const leaf = number > 1 && this.querySelector(`.leaf[data-number="${number}"]`);
    const back = this.querySelector(".leaves-back");
    if (!leaf || !back) return;
    back.querySelector("a").href = `#${leaf.id}`;
    back.querySelector("b").textContent = number;
    back.hidden = false;
  }

  note(seen) {
    const leaf = seen.filter((each) => each.isIntersecting).at(-1)?.target;
    if (!leaf || (leaf.dataset.number === "1" && !this.moved)) return; // opening a text is not reading it from the start
    this.moved = true;
    try { localStorage.setItem(this.key, leaf.dataset.number); } catch { /* nothing is remembered here */ }
  }
}
customElements.define("kino-leaves", Leaves);
