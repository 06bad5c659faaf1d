// JSON with whole numbers of any size (as BigInt), read as strictly as the record writes it: RFC 8785, one text a value.
import { bytes, hex, sha256 } from "./tree.js";

const NUMBER = /-?(?:0|[1-9]\d*)/y, TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

// Throws where the text is no such JSON, or is not written in the one canonical way (so a key cannot stand twice either).
export function read(text) {
  let at = 0;
  const fail = () => { throw new Error(`JSON, ${at}`); };
  const take = (letters) => { if (!text.startsWith(letters, at)) fail(); at += letters.length; };
  function match(form) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) fail();
    at = form.lastIndex;
    return found[0];
  }
  function many(end, each) {
    at += 1;
    if (text[at] === end) { at += 1; return; }
    for (;;) {
      each();
      if (text[at] === end) { at += 1; return; }
      take(",");
    }
  }
  function value() {
    const letter = text[at];
    if (letter === "{") {
      const found = new Map();
      many("}", () => { const key = JSON.parse(match(TEXT)); take(":"); found.set(key, value()); });
      return Object.fromEntries(found);
    }
    if (letter === "[") { const found = []; many("]", () => found.push(value())); return found; }
    if (letter === '"') return JSON.parse(match(TEXT));
    for (const [said, meant] of [["true", true], ["false", false], ["null", null]]) if (text.startsWith(said, at)) { at += said.length; return meant; }
    return BigInt(match(NUMBER));
  }
  const found = value();
  if (at !== text.length || canonical(found) !== text) fail();
  return found;
}

// Keys sort by their UTF-16 units, as JavaScript compares texts.
export function canonical(value) {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

export const digest = async (value) => hex(await sha256(bytes(canonical(value))));
