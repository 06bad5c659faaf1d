// An allocation counted again without a solver: what each film would get, envelopes, quotas, limits, the justice rule, the
// table of cut-offs and the value of the list. docs/reference/allocation-format.md is the rule. Numbers are BigInt.
import { digest } from "./exact.js";
import { bytes, join, sha256 } from "./tree.js";

const byCode = (one, other) => { // by Unicode, not by UTF-16 units
  const left = [...one], right = [...other];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) if (left[at] !== right[at]) return left[at].codePointAt(0) - right[at].codePointAt(0);
  return left.length - right.length;
};
const least = (numbers) => numbers.reduce((one, other) => (other < one ? other : one));
const names = (rows) => rows.map((row) => row[0]);

async function shuffled(codes, seed) {
  const found = [...codes], span = 1n << 64n, raw = Uint8Array.from(seed.match(/../g), (each) => parseInt(each, 16));
  let counted = 0;
  for (let last = found.length - 1; last > 0; last -= 1) {
    const among = BigInt(last + 1);
    for (;;) {
      const made = await sha256(join(raw, bytes(`|${counted}`)));
      counted += 1;
      const number = made.slice(0, 8).reduce((sum, each) => sum * 256n + BigInt(each), 0n);
      if (number >= span - (span % among)) continue;
      const other = Number(number % among);
      [found[last], found[other]] = [found[other], found[last]];
      break;
    }
  }
  return found;
}

function outOf(rules, film, envelope) {
  if (film.points < rules.passing) return "pass";
  if (film.money < 1n || film.money < rules.least || (rules.most !== null && film.money > rules.most)) return "sum";
  if (film.money > envelope) return "envelope";
  const rich = rules.company_money !== null && film.money > rules.company_money;
  return film.company && (rich || rules.company_films === 0n) ? "company" : "";
}

// A case made ready: films in their order, each with its money, the quotas that it counts for, and why it may be out.
async function prepared(said, seed) {
  if (said.format !== "kinoqor allocation case 1") throw new Error("format");
  const streams = new Map(said.streams.map(([code, envelope, step]) => [code, { envelope, step }]));
  let places = new Map(said.files.map((row) => [row[0], row[6]]));
  if (places.size < said.files.length || streams.size < said.streams.length) throw new Error("twice");
  if (said.lots === "ties" && seed) places = new Map((await shuffled([...places.keys()].sort(byCode), seed)).map((code, at) => [code, BigInt(at)]));
  const films = said.files.map(([code, kind, stream, points, , , , asked, levels, company, attributes]) => {
    const { envelope, step } = streams.get(stream), level = least([...levels, 100n].filter((each) => each >= step));
    const signs = said.quotas.map((quota) => (quota[6] === "" || quota[6] === stream) && quota[1].some((each) => attributes.includes(each)));
    const film = { code, kind, stream, points, company, level, signs, money: (asked * level) / 100n, free: said.inside.includes(code) || said.outside.includes(code) };
    return { ...film, out: outOf(said.rules, film, envelope) };
  });
  const before = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
  films.sort((one, other) => before(other.points, one.points) || before(places.get(one.code), places.get(other.code)) || byCode(one.code, other.code));
  films.forEach((film, at) => { film.at = at; });
  return { ...said, envelopes: new Map([...streams].map(([code, { envelope }]) => [code, envelope])), films };
}

const over = (of, upper, lower) => of.quotas.every((quota, bit) => !(quota[3] && lower[bit] && !upper[bit]) && !(quota[4] !== null && upper[bit] && !lower[bit]));
const chosen = (of, codes) => of.films.filter((film) => codes.has(film.code));
const total = (films) => films.reduce((sum, film) => sum + film.money, 0n);

function limits(of, codes, tell) {
  const listed = chosen(of, codes);
  for (const [stream, envelope] of of.envelopes) {
    const given = total(listed.filter((film) => film.stream === stream));
    if (given > envelope) tell.wrong("envelope", { stream, over: given - envelope });
  }
  of.quotas.forEach(([code, , counted, low, high, , stream], bit) => {
    const all = listed.filter((film) => !stream || film.stream === stream), part = listed.filter((film) => film.signs[bit]);
    const many = (films) => (counted === "money" ? total(films) : BigInt(films.length));
    const [have, whole] = counted === "films" ? [many(part), 1n] : [100n * many(part), many(all)];
    if ((low !== null && have < low * whole) || (high !== null && have > high * whole)) tell.wrong("quota", { quota: code });
  });
  for (const company of new Set(listed.map((film) => film.company).filter(Boolean))) {
    if (!mayHave(of, listed.filter((film) => film.company === company))) tell.wrong("company", { company });
  }
}

function mayHave(of, own) {
  const { company_films: films, company_money: money } = of.rules;
  return (films === null || BigInt(own.length) <= films) && (money === null || total(own) <= money);
}

function justice(of, codes, tell) {
  const listed = chosen(of, codes);
  for (const film of of.films) {
    if (codes.has(film.code) || film.out || film.free) continue;
    const passed = listed.find((other) => other.at > film.at && !other.free && !other.out && other.stream === film.stream && other.kind === film.kind
      && over(of, film.signs, other.signs)
      && (!film.company || mayHave(of, [...listed.filter((each) => each.company === film.company && each !== other), film])));
    if (passed) tell.wrong("justice", { film: film.code, other: passed.code });
  }
}

function cutOffs(of, codes, said, tell) {
  const listed = chosen(of, codes), groups = new Map(), key = (row) => JSON.stringify(row.slice(0, 3));
  for (const film of of.films) {
    const quotas = of.quotas.filter((_, bit) => film.signs[bit]).map((quota) => quota[0]), name = key([film.stream, film.kind, quotas]);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(film);
  }
  const stated = new Map(said.map((row) => [key(row), row.slice(3)]));
  for (const [name, films] of groups) {
    const [first] = films, under = listed.filter((film) => !film.free && film.stream === first.stream && film.kind === first.kind && over(of, first.signs, film.signs));
    const due = [under.length ? under[under.length - 1].points : null, BigInt(films.length), BigInt(films.filter((film) => codes.has(film.code)).length)];
    const row = stated.get(name);
    if (!row || due.some((each, at) => each !== row[at])) tell.wrong("line", { group: `${first.stream}, ${first.kind}`, said: row ? row[0] ?? "–" : "–", due: due[0] ?? "–" });
  }
  if (stated.size !== groups.size || said.length !== groups.size) tell.wrong("lines");
}

function awards(of, codes, result, tell) {
  const films = new Map(of.films.map((film) => [film.code, film]));
  for (const [code, money, level, way] of result.awards) {
    const film = films.get(code);
    if (film.money !== money || film.level !== level) tell.wrong("award", { film: code, said: money, due: film.money });
    if ((way === "departure") !== of.inside.includes(code)) tell.wrong("way", { film: code });
  }
  const again = of.lots === "band" || of.rules.rest !== null, given = new Set(names(result.awards));
  if (again) tell.note("lots");
  else for (const code of new Set([...given, ...codes])) if (given.has(code) !== codes.has(code)) tell.wrong("listed", { film: code });
}

// All that does not hold in a case with its result is told; true where everything does.
export async function checkList(said, result, tell) {
  const before = tell.faults, of = await prepared(said, result.seed), codes = new Set(result.computed), given = names(result.awards);
  if (result.format !== "kinoqor allocation 1") throw new Error("format");
  if (result.case !== (await digest(said))) tell.wrong("another");
  const known = new Set(of.films.map((film) => film.code)), every = [...given, ...names(result.refusals)];
  const strange = [...codes, ...every].find((code) => !known.has(code));
  if (strange) return tell.wrong("strange", { film: strange });
  if (every.length !== known.size || new Set(every).size !== known.size || codes.size !== result.computed.length) tell.wrong("nowhere");
  for (const film of chosen(of, new Set([...codes, ...given]))) if (film.out || of.outside.includes(film.code)) tell.wrong("barred", { film: film.code });
  for (const code of of.inside) if (!codes.has(code)) tell.wrong("departed", { film: code });
  awards(of, codes, result, tell);
  limits(of, codes, tell);
  limits(of, new Set(given), tell);
  justice(of, codes, tell);
  cutOffs(of, codes, result.lines, tell);
  const { unit } = of.rules, worth = (film) => (2n * film.points * film.money + 100n * unit) / (200n * unit);
  const value = chosen(of, codes).reduce((sum, film) => sum + worth(film), 0n);
  if (value !== result.value) tell.wrong("value", { said: result.value, due: value });
  if (tell.faults === before) tell.right("list", { films: given.length, sum: result.awards.reduce((sum, row) => sum + row[1], 0n) });
  return tell.faults === before;
}
