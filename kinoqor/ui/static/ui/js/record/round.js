// The documents of a round against the record: the list with its sums, what the commission ruled, the order, the votes.
import { canonical, digest, read } from "./exact.js";
import { checkList } from "./shares.js";
import { WIDTH, leafHash, rootOf, same, tilePath, unbundle, words } from "./tree.js";

export const NAMES = ["allocation", "departures", "rulings", "order", "votes", "result"];
const ALWAYS = ["votes", "result"], MONEY = ["allocation", "departures", "rulings", "order"];
const DIGITS = /^[0-9a-f]{64}$/;

// All leaves of the record, hashed anew up to the root: only then is what they say worth comparing with.
export async function allLeaves(head, fetched, tell, progress) {
  const leaves = [], hashes = [];
  for (let at = 0; at < head.size; at += WIDTH) {
    const width = Math.min(WIDTH, head.size - at), raws = unbundle(await fetched(tilePath("entries", at / WIDTH, width)));
    if (raws.length !== width) throw new Error("bundle");
    for (const raw of raws) { hashes.push(await leafHash(raw)); leaves.push(raw); }
    progress(leaves.length, head.size);
  }
  if (!same(await rootOf(hashes), head.root)) return tell.wrong("leaves", { size: head.size });
  tell.right("leaves", { size: head.size });
  return leaves.map((raw, index) => ({ index, ...read(words(raw)) }));
}

const shown = (value) => (value === undefined ? "–" : typeof value === "object" ? canonical(value) : String(value));

// Whether a leaf says what a document says; each difference is told.
function alike(tell, leaf, due) {
  let right = true;
  for (const [key, value] of Object.entries(due)) {
    if (canonical(leaf.says[key] ?? null) === canonical(value ?? null)) continue;
    right = false;
    tell.wrong("leaf", { leaf: leaf.index, call: leaf.of, key, said: shown(leaf.says[key]), due: shown(value) });
  }
  return right;
}

async function listed(found, of, tell) {
  const { frozen, result, after } = found.allocation, inputs = await digest(frozen);
  if (!result) return tell.note("unlisted");
  for (const each of after ? [result, after] : [result]) {
    const asFrozen = { ...each.case, inside: frozen.case.inside, outside: frozen.case.outside };
    if (canonical(asFrozen) !== canonical(frozen.case) || each.frozen !== inputs) tell.wrong("frozen");
    await checkList(each.case, each.result, tell);
  }
  const own = of("allocation.computed"), leaf = own.findLast((each) => each.says.inputs === inputs);
  if (!leaf) tell.wrong(own.length ? "otherlist" : "nolist", { leaf: own.length ? own.at(-1).index : "" });
  else if (alike(tell, leaf, { result: await digest(result) })) tell.right("leaflist", { leaf: leaf.index });
  departed(found, (after || result).case, of, tell);
  return (after || result).result.awards;
}

function departed({ departures }, said, of, tell) {
  const rows = departures ? departures.departures : [];
  const going = (towards) => canonical(rows.filter((row) => row.towards === towards).map((row) => row.film).sort());
  if (going("in") !== canonical([...said.inside].sort()) || going("out") !== canonical([...said.outside].sort())) tell.wrong("departures");
  else if (rows.length) tell.right("departures", { many: rows.length });
  for (const leaf of of("departure.made")) {
    const row = rows.find((each) => each.film === leaf.says.item);
    if (row) alike(tell, leaf, { towards: row.towards, price: row.price.value });
  }
}

function ruled({ rulings }, awards, of, tell) {
  if (!rulings) return null;
  const before = tell.faults, sums = new Map();
  for (const [film, outcome, sum] of rulings.rulings) {
    const row = awards && awards.find((each) => each[0] === film), most = awards ? (row ? row[1] : -1n) : sum;
    const right = { approved: sum === most, cut: sum > 0n && (sum < most || !awards) }[outcome] ?? sum === 0n;
    if (sums.has(film) || !right || most < 0n) tell.wrong("ruling", { film, sum, award: most });
    sums.set(film, sum);
    const leaf = of("commission.decided").findLast((each) => each.says.item === film);
    if (leaf) alike(tell, leaf, { outcome, sum, currency: rulings.currency });
    else tell.wrong("noruling", { film });
  }
  if (tell.faults === before) tell.right("rulings", { many: sums.size });
  return sums;
}

function ordered({ order }, sums, of, tell) {
  if (!order) return;
  const before = tell.faults, rows = new Map(order.rows), due = order.rows.reduce((sum, row) => sum + row[1], 0n);
  if (rows.size < order.rows.length || due !== order.total) tell.wrong("total", { said: order.total, due });
  if (sums) for (const film of new Set([...rows.keys(), ...sums.keys()])) {
    if ((rows.get(film) ?? 0n) !== (sums.get(film) ?? 0n)) tell.wrong("ordered", { film, said: rows.get(film) ?? 0n, due: sums.get(film) ?? 0n });
  }
  const leaf = of("order.signed").findLast((each) => each.says.number === order.number);
  const said = { day: order.day, films: BigInt(rows.size), total: order.total, currency: order.currency };
  if (DIGITS.test(order.paper)) said.paper = order.paper;
  if (order.signature) said.signature = order.signature;
  if (!leaf) tell.wrong("noorder", { number: order.number });
  else alike(tell, leaf, said);
  if (tell.faults === before) tell.right("order", { number: order.number, films: rows.size, sum: order.total });
}

function voted({ votes }, leaves, tell) {
  if (!votes || !votes.votes.length) return;
  const before = tell.faults;
  for (const vote of votes.votes) {
    const cast = vote.for + vote.against + vote.abstained;
    if (cast > vote.present || (vote.outcome === "carried" && vote.for < vote.against + (vote.level === "chair" ? 0n : 1n))) tell.wrong("vote", { item: vote.item, cast, present: vote.present });
    const leaf = leaves.findLast((each) => each.kind === "vote.taken" && each.says.item === vote.item);
    if (leaf) alike(tell, leaf, vote);
    else tell.wrong("novote", { item: vote.item });
  }
  if (tell.faults === before) tell.right("votes", { many: votes.votes.length });
}

// The result: how many films, which were chosen and with how much, as recorded; each sum as in the order.
async function resulted({ result, order }, leaf, tell) {
  if (!result) return;
  const before = tell.faults, many = (kind) => BigInt(result.list.filter((row) => row[1] === kind).length);
  const counted = { files: result.files, awarded: many("awarded"), chosen: many("chosen") };
  counted.not_chosen = counted.files - counted.awarded - counted.chosen;
  if (!leaf) tell.wrong("noresult");
  else alike(tell, leaf, { ...counted, list: await digest(result.list) });
  const given = new Map(result.list.filter((row) => row[1] === "awarded").map((row) => [row[0], row[2]])), rows = new Map(order ? order.rows : given);
  for (const film of new Set([...given.keys(), ...rows.keys()])) {
    if (given.get(film) !== rows.get(film)) tell.wrong("resulted", { film, said: given.get(film) ?? 0n, due: rows.get(film) ?? 0n });
  }
  if (tell.faults === before) tell.right("result", { leaf: leaf.index, files: counted.files, awarded: counted.awarded, chosen: counted.chosen });
}

// Of a published round no document is missing of which the record speaks.
function missing(raws, leaf, tell) {
  if (!leaf) return;
  const money = leaf.says.awarded > 0n || MONEY.some((name) => raws.has(name));
  for (const name of [...ALWAYS, ...(money ? MONEY : [])]) if (!raws.has(name)) tell.wrong("missing", { file: `${name}.json`, leaf: leaf.index });
}

// `stage`: that of a published round, of which everything has to be there; none where only some files were dropped.
// `raws`: the documents of one stage by name, as bytes; `leaves`: all of the record, or null where it could not be read.
export async function checkRound(call, stage, raws, leaves, tell) {
  const found = {}, all = leaves || [], of = (kind) => all.filter((leaf) => leaf.of === call && leaf.kind === kind);
  for (const [name, raw] of raws) {
    try {
      found[name] = read(words(raw));
    } catch {
      tell.wrong("document", { file: `${name}.json` });
    }
  }
  const tried = async (name, does) => {
    try {
      return await does();
    } catch {
      tell.wrong("document", { file: `${name}.json` });
      return null;
    }
  };
  const awards = found.allocation ? await tried("allocation", () => listed(found, of, tell)) : null;
  const sums = await tried("rulings", () => ruled(found, awards || null, of, tell));
  await tried("order", () => ordered(found, sums, of, tell));
  await tried("votes", () => voted(found, all, tell));
  const about = found.result ? found.result.stage : stage, leaf = of("result.published").findLast((each) => each.says.stage === about);
  await tried("result", () => resulted(found, leaf, tell));
  if (stage) missing(raws, leaf, tell);
}
