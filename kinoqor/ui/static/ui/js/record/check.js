// The page on which a reader checks the record: what was fetched or dropped is reckoned anew here, and told step by step.
import { bytes, climb, hex, leafHash, possible, readCheckpoint, readKey, readProof, rootsOf, same, signed, words } from "./tree.js";
import { read } from "./exact.js";
import { NAMES, allLeaves, checkRound } from "./round.js";

const page = document.querySelector("[data-record]"), at = (name) => page.querySelector(`[data-is="${name}"]`);
const said = JSON.parse(document.querySelector("#record-words").textContent), where = page.dataset.record;
const KEPT = `kinoqor-record ${where}`;
const dropped = new Map();

class Telling {
  constructor(list) { this.list = list; this.faults = this.notes = this.rights = 0; list.replaceChildren(); }
  say(how, name, values = {}) {
    const line = document.createElement("li"), text = document.createElement("p");
    line.dataset.how = how;
    line.dataset.step = name;
    text.textContent = said[`${name}.${how}`].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
    line.append(document.querySelector(`#record-${how}`).content.cloneNode(true), text);
    this.list.append(line);
    return text.parentElement;
  }
  right(name, values) { this.rights += 1; return this.say("right", name, values); }
  wrong(name, values) { this.faults += 1; this.say("wrong", name, values); return null; }
  note(name, values) { this.notes += 1; this.say("note", name, values); return null; }
}

function more(line, ...texts) {
  for (const each of texts) {
    const code = document.createElement("code");
    code.textContent = each;
    code.className = "hash";
    line.append(code);
  }
}

async function fetched(path) {
  const answer = await fetch(`${where}${path}`, { credentials: "omit", cache: path === "checkpoint" ? "no-store" : "default" });
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const kept = () => { try { return localStorage.getItem(KEPT); } catch { return null; } };

// The head of today, or the one that was dropped: readable, and signed by the key that the reader trusts.
async function headOf(raw, tell) {
  let head, key;
  try { head = readCheckpoint(raw); } catch { return tell.wrong("checkpoint"); }
  try { key = await readKey(at("key").value); } catch { tell.wrong("key"); return head; }
  const found = await signed(key, head);
  if (found === "yes") tell.right("signature", { size: head.size, origin: head.origin });
  else if (found === "no") tell.wrong("signature", { size: head.size, origin: head.origin });
  else tell.note("ed25519");
  const others = head.signatures.filter(([name]) => name !== key.name).map(([name]) => name);
  if (others.length) tell.note("witnesses", { names: others.join(", ") });
  else tell.note("unwitnessed");
  return head;
}

// That an older head (kept, dropped, or under a proof) is the beginning of the one of today.
async function grownFrom(old, head, name, tell) {
  if (old.origin !== head.origin || old.size > head.size) return tell.wrong(`${name}.shrunk`, { old: old.size, size: head.size });
  if (!old.size) return null;
  let roots;
  try { roots = old.size === head.size ? [head.root, head.root] : await rootsOf(old.size, head.size, fetched); } catch { return tell.wrong("tiles"); }
  if (!same(roots[1], head.root)) return tell.wrong("tiles");
  if (!same(roots[0], old.root)) return tell.wrong(name, { old: old.size, size: head.size });
  return tell.right(name, { old: old.size, size: head.size });
}

async function checkHead(tell) {
  let raw;
  try { raw = dropped.get("checkpoint") || (await fetched("checkpoint")); } catch { return tell.wrong("unreached"); }
  const head = await headOf(raw, tell), before = kept();
  if (head && before) await grownFrom(readCheckpoint(bytes(before)), head, "kept", tell);
  else if (head) tell.note("nothing");
  if (head && dropped.get("older")) {
    try { await grownFrom(readCheckpoint(dropped.get("older")), head, "kept", tell); } catch { tell.wrong("older"); }
  }
  return head;
}

async function checkEntry(index, head, tell) {
  let leaf, proof;
  try { leaf = dropped.get("leaf") || (await fetched(`leaf/${index}.json`)); } catch { return tell.wrong("noleaf", { index }); }
  try { proof = readProof(dropped.get("proof") || (await fetched(`leaf/${index}.tlog-proof`))); } catch { return tell.wrong("proof", { index }); }
  const hash = await leafHash(leaf);
  try { const about = read(words(leaf)); more(tell.right("leaf", { index, call: about.of }), words(leaf), hex(hash)); } catch { tell.wrong("text", { index }); }
  const way = proof.index === index ? await climb(index, proof.head.size, hash, proof.path) : null;
  if (!way || !same(way.root, proof.head.root)) return tell.wrong("path", { index });
  more(tell.right("path", { index, many: way.steps.length }), ...way.steps.map((each) => `${each.left ? "←" : "→"} ${hex(each.neighbour)}`), hex(way.root));
  if (head && same(proof.head.root, head.root) && proof.head.size === head.size) tell.right("samehead", { size: head.size });
  else if (head) {
    await headOf(bytes(proof.head.raw), tell);
    if (proof.head.size <= head.size) await grownFrom(proof.head, head, "underproof", tell);
    else tell.wrong("underproof", { old: proof.head.size, size: head.size });
  }
  return null;
}

async function documents(call, stage) {
  const found = new Map();
  for (const name of NAMES) {
    if (dropped.has(name)) found.set(name, dropped.get(name));
    else if (call && stage) try { found.set(name, await fetched(`calls/${call}/${stage}/${name}.json`)); } catch { /* not every round has each */ }
  }
  return found;
}

async function checkDocuments(head, tell) {
  const [chosen, stage] = at("round").value.split("/");
  const raws = await documents(chosen, stage);
  if (!raws.size) { if (chosen) tell.wrong("nodocuments"); return; }
  let call = chosen, leaves = null;
  for (const raw of raws.values()) try { call = call || read(words(raw)).call; } catch { /* told with the document */ }
  try {
    leaves = head && (await allLeaves(head, fetched, tell, (done, all) => { at("state").textContent = said.reading.replace("{done}", done).replace("{all}", all); }));
  } catch { tell.wrong("leaves", { size: head.size }); }
  await checkRound(call, stage, raws, leaves, tell);
}

function told(tell) {
  const how = tell.faults ? "wrong" : tell.list.querySelector('[data-step="ed25519"]') ? "partly" : "right";
  at("state").textContent = said[`all.${how}`].replace("{faults}", tell.faults).replace("{rights}", tell.rights);
  at("state").dataset.how = how;
}

async function check() {
  const tell = new Telling(at("steps")), index = at("entry").value.trim();
  at("state").textContent = said.working;
  delete at("state").dataset.how;
  if (!possible()) { at("state").textContent = said.impossible; at("state").dataset.how = "wrong"; return; }
  at("go").disabled = true;
  try {
    const head = await checkHead(tell);
    let number = /^\d+$/.test(index) ? Number(index) : null;
    if (number === null && dropped.has("proof")) try { number = readProof(dropped.get("proof")).index; } catch { tell.wrong("proof", { index: "" }); }
    if (number !== null) await checkEntry(number, head, tell);
    else if (index) tell.wrong("index");
    await checkDocuments(head, tell);
    told(tell);
  } finally {
    at("go").disabled = false;
  }
}

// What a file is, by its name; a leaf is what is JSON and no document of a round.
function kindOf(name) {
  const plain = name.replace(/^.*\//, "").replace(/ \(\d+\)/, "");
  if (plain.endsWith(".tlog-proof")) return "proof";
  const document = NAMES.find((each) => plain === `${each}.json`);
  if (document) return document;
  if (plain.endsWith(".json")) return "leaf";
  return "older";
}

async function take(files) {
  for (const file of files) {
    dropped.set(kindOf(file.name), new Uint8Array(await file.arrayBuffer()));
    const line = document.createElement("li");
    line.textContent = file.name;
    at("taken").append(line);
  }
  at("forget").hidden = !dropped.size;
}

async function rounds() {
  try {
    const { files } = JSON.parse(words(await fetched("calls/files.json")));
    const stages = new Set(files.map((path) => path.split("/").slice(1, 3).join("/")));
    for (const each of stages) at("round").add(new Option(each.replace("/", " · "), each));
    const asked = new URLSearchParams(location.search).get("round");
    if (stages.has(asked)) at("round").value = asked;
    at("rounds").hidden = !stages.size;
  } catch { /* no round is published yet */ }
}

function keptShown() {
  const before = kept();
  at("keptsize").textContent = before ? said.keptsize.replace("{size}", readCheckpoint(bytes(before)).size) : said.keptnone;
}

at("form").addEventListener("submit", (event) => { event.preventDefault(); check(); });
at("files").addEventListener("change", (event) => take(event.target.files));
at("drop").addEventListener("dragover", (event) => event.preventDefault());
at("drop").addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files); });
at("forget").addEventListener("click", () => { dropped.clear(); at("taken").replaceChildren(); at("files").value = ""; at("forget").hidden = true; at("files").focus(); });
at("keep").addEventListener("click", async () => {
  try {
    const raw = await fetched("checkpoint");
    readCheckpoint(raw);
    localStorage.setItem(KEPT, words(raw));
    keptShown();
  } catch { at("keptsize").textContent = said.keptnot; }
});
at("entry").value = (new URLSearchParams(location.search).get("entry") || "").replace(/\D/g, "");
try { keptShown(); } catch { at("keptsize").textContent = said.keptnot; }
at("form").hidden = false;
rounds().then(() => { at("state").dataset.ready = ""; if (/\d/.test(at("entry").value) || at("round").value) check(); });
