// The tree of hashes (RFC 6962), tiles (tlog-tiles), signed notes and proofs, as docs/reference/record-format.md writes
// them down. Whatever cannot be read throws an Error; `subtle` is the browser's own cryptography.
export const HASH = 32, WIDTH = 256;
const subtle = globalThis.crypto && crypto.subtle, text = new TextEncoder();
const strict = () => new TextDecoder("utf-8", { fatal: true });

export const words = (raw) => strict().decode(raw);
export const bytes = (words) => text.encode(words);
export const hex = (raw) => [...raw].map((each) => each.toString(16).padStart(2, "0")).join("");
export const same = (one, other) => hex(one) === hex(other);

export function join(...parts) {
  const made = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
  let at = 0;
  for (const each of parts) { made.set(each, at); at += each.length; }
  return made;
}

export const sha256 = async (raw) => new Uint8Array(await subtle.digest("SHA-256", raw));
export const leafHash = (raw) => sha256(join([0], raw));
export const nodeHash = (left, right) => sha256(join([1], left, right));
export const possible = () => Boolean(subtle);

export function fromBase64(said) {
  const raw = Uint8Array.from(atob(said), (each) => each.charCodeAt(0));
  if (btoa(String.fromCharCode(...raw)) !== said) throw new Error("base64");
  return raw;
}

// A published key: name+eight digits+base64 of its type and 32 bytes.
export async function readKey(said) {
  const found = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(said.trim());
  const raw = found && fromBase64(found[3]);
  if (!found || raw.length !== HASH + 1 || raw[0] !== 1) throw new Error("key");
  const mark = (await sha256(join(bytes(`${found[1]}\n`), raw))).slice(0, 4);
  if (hex(mark) !== found[2]) throw new Error("key");
  return { name: found[1], mark, raw: raw.slice(1) };
}

export function readCheckpoint(raw) {
  const said = words(raw), end = said.lastIndexOf("\n\n");
  const lines = said.slice(0, end).split("\n"), under = said.slice(end + 2).split("\n");
  if (end < 0 || lines.length < 3 || !lines[0] || !/^(0|[1-9]\d*)$/.test(lines[1]) || under.pop() !== "") throw new Error("checkpoint");
  const root = fromBase64(lines[2]), size = Number(lines[1]);
  if (root.length !== HASH || !Number.isSafeInteger(size) || !under.length) throw new Error("checkpoint");
  const signatures = under.map((line) => {
    const parts = line.split(" ");
    if (parts.length !== 3 || parts[0] !== "—") throw new Error("checkpoint");
    return [parts[1], fromBase64(parts[2])];
  });
  return { origin: lines[0], size, root, text: `${said.slice(0, end)}\n`, signatures, raw: said };
}

// "yes", "no" (no line of this key, or a wrong one), or "unknown" where the browser does not know Ed25519.
export async function signed(key, head) {
  if (head.origin !== key.name) return "no";
  const own = head.signatures.filter(([name, raw]) => name === key.name && same(raw.slice(0, 4), key.mark));
  if (!own.length) return "no";
  let held;
  try {
    held = await subtle.importKey("raw", key.raw, "Ed25519", false, ["verify"]);
  } catch (error) {
    if (error.name === "DataError") return "no";
    return "unknown";
  }
  for (const [, raw] of own) if (!(await subtle.verify("Ed25519", held, raw.slice(4), bytes(head.text)))) return "no";
  return "yes";
}

export function readProof(raw) {
  const said = words(raw), end = said.indexOf("\n\n"), lines = said.slice(0, end).split("\n");
  const index = /^index (0|[1-9]\d*)$/.exec(lines[1] || "");
  if (end < 0 || lines[0] !== "c2sp.org/tlog-proof@v1" || !index) throw new Error("proof");
  const path = lines.slice(2).map(fromBase64);
  if (path.some((each) => each.length !== HASH)) throw new Error("proof");
  return { index: Number(index[1]), path, head: readCheckpoint(bytes(said.slice(end + 2))) };
}

// The way up from a leaf: the steps that were taken, and the root at the top; null where the path does not fit the size.
export async function climb(index, size, leaf, path) {
  if (!(index >= 0 && index < size)) return null;
  let at = index, last = size - 1, found = leaf;
  const steps = [];
  for (const each of path) {
    if (last === 0) return null;
    const left = at % 2 === 1 || at === last;
    found = left ? await nodeHash(each, found) : await nodeHash(found, each);
    steps.push({ left, neighbour: each, found });
    if (left) while (at && at % 2 === 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? { root: found, steps } : null;
}

export async function rootOf(hashes) {
  if (!hashes.length) return sha256(new Uint8Array());
  let level = hashes;
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at + 1 < level.length; at += 2) above.push(await nodeHash(level[at], level[at + 1]));
    if (level.length % 2) above.push(level[level.length - 1]);
    level = above;
  }
  return level[0];
}

export function tilePath(level, number, width) {
  let digits = String(number).padStart(3, "0");
  digits = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = digits.match(/.{3}/g), last = groups.pop();
  return `tile/${level}/${groups.map((each) => `x${each}/`).join("")}${last}${width < WIDTH ? `.p/${width}` : ""}`;
}

export function unbundle(raw) {
  const found = [];
  for (let at = 0; at < raw.length;) {
    const end = at + 2 + raw[at] * 256 + raw[at + 1];
    if (!(end <= raw.length)) throw new Error("bundle");
    found.push(raw.slice(at + 2, end));
    at = end;
  }
  return found;
}

const below = (count) => { let power = 1; while (power * 2 < count) power *= 2; return power; };

// The roots of the first `old` leaves and of all `size`, reckoned from the same hashes of the tiles: where the first is a
// root that was kept and the second the root of today, nothing of what was kept has changed.
export async function rootsOf(old, size, read) {
  const held = new Map();
  async function tile(level, number) {
    const width = Math.min(WIDTH, Math.floor(size / WIDTH ** level) - number * WIDTH), path = tilePath(level, number, width);
    if (!held.has(path)) held.set(path, await read(path));
    if (held.get(path).length !== width * HASH) throw new Error(path);
    return held.get(path);
  }
  async function whole(begin, count) {
    const height = Math.log2(count), above = height % 8, first = (begin / count) * 2 ** above;
    const raw = await tile((height - above) / 8, Math.floor(first / WIDTH));
    const cut = [];
    for (let at = first % WIDTH; at < (first % WIDTH) + 2 ** above; at += 1) cut.push(raw.slice(at * HASH, (at + 1) * HASH));
    return rootOf(cut);
  }
  async function range(begin, end) {
    const count = end - begin, half = below(count);
    if (count === 1 || half * 2 === count) return whole(begin, count);
    return nodeHash(await range(begin, begin + half), await range(begin + half, end));
  }
  async function both(many, begin, end) {
    if (many === end - begin) { const found = await range(begin, end); return [found, found]; }
    const half = below(end - begin);
    if (many <= half) {
      const [before, now] = await both(many, begin, begin + half);
      return [before, await nodeHash(now, await range(begin + half, end))];
    }
    const left = await range(begin, begin + half), [before, now] = await both(many - half, begin + half, end);
    return [await nodeHash(left, before), await nodeHash(left, now)];
  }
  return both(old, 0, size);
}
