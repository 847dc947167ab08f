// From a document to what a person wants to know of it: sections of facts, each with the places of its words.
//
// A fact: {lead, lines, quote, tags, doubt, because, note, group, level, places, turns}, all but `places` optional. `lead` is pieces
// {text, role}. A place is {start, end, role} in UTF-16 units: those of role "main" are where to look, one after the other where
// `turns` says so, else all at once.

const CLASSES = {
  AGREE: "agreement", CONSULT: "talks", SUPPORT: "backing", CONCEDE: "concession", COOPERATE: "cooperation", AID: "help",
  RETREAT: "retreat", REQUEST: "request", ACCUSE: "accusation", REJECT: "refusal", THREATEN: "threat", PROTEST: "protest",
  SANCTION: "sanction", MOBILIZE: "mobilisation", COERCE: "coercion", ASSAULT: "attack", SAY: "statement",
};
const STATUSES = {
  actual: "stated as fact", reported: "reported", future: "to come", possible: "possible", hypothetical: "supposed", negated: "denied",
};
const CERTAINTIES = { "PR+": "probable", "PS+": "possible", "CT-": "denied", "PR-": "improbable", "PS-": "possibly not" };
const KINDS = { direct: "quoted", indirect: "in the writer’s words", mixed: "partly quoted" };

/** The sections, in the order in which they are read. */
export function facts(document) {
  return [
    { id: "people", title: "People and posts", none: "No person was found.", facts: people(document) },
    { id: "timeline", title: "Timeline", none: "No event was found.", facts: timeline(document) },
    { id: "sayings", title: "Who says what", none: "Nobody was found to say anything.", facts: sayings(document) },
    { id: "uncertain", title: "What is uncertain", none: "Nothing is stated as less than certain.", facts: uncertain(document) },
    { id: "actors", title: "Bodies and places", none: "No body or place was found.", facts: actors(document) },
    { id: "unread", title: "What was not read", none: "Something was taken from every sentence.", facts: unread(document) },
    { id: "noticed", title: "What the reader noticed", none: "Nothing odd.", facts: noticed(document) },
  ];
}

/** The document's own date, as a fact; nothing where none is known. */
export function dating({ date }) {
  if (date === null) return undefined;
  const from = { given: "as given", dateline: "by its dateline", within: "worked out from its words" }[date.from] ?? date.from;
  return { lead: [{ text: "Dated " }, { text: when(date) }], note: from, quote: join(date.evidence), places: places(date.evidence, "main") };
}

const place = ({ start, end }, role) => ({ start, end, role });
const places = (words, role) => words.map((w) => place(w, role));
const join = (words) => words.map((w) => w.text).join(" … ");
const flat = (text) => text.replace(/\s+/g, " ");

/** A date for people: `2023-04-20`, or the two days between which it lies, as far as they are known. */
export function when({ date, edtf, earliest, latest }) {
  const known = date ?? edtf ?? "";
  const [from, to] = known.includes("/") ? known.split("/") : [earliest ?? "", latest ?? ""];
  if (known && !known.includes("/")) return known;
  const open = (end) => end === "" || end === "..";
  if (open(from) && open(to)) return "";
  if (open(to)) return `${from} or later`;
  if (open(from)) return `${to} or earlier`;
  return from === to ? from : `${from} to ${to}`;
}

function mentionsOf({ mentions }, entity) {
  return entity.mentions.map((i) => mentions[i]).filter(Boolean);
}

function named(document, entity, extra = []) {
  const mentions = mentionsOf(document, entity);
  const times = mentions.length;
  return {
    lead: [{ text: entity.name, role: "who" }],
    tags: entity.code ? [entity.code] : [],
    note: times > 1 ? `mentioned ${times} times` : "",
    places: [...mentions.map((m) => place(m, "main")), ...extra],
    turns: true,
  };
}

function people(document) {
  const facts = [];
  const post = (office) => {
    const tense = [office.former ? "former" : "", office.acting ? "acting" : ""].filter(Boolean);
    const body = office.body ? `, ${flat(office.body.text)}` : "";
    const at = office.attested_at ? ` (as of ${office.attested_at})` : "";
    return [...tense, flat(office.post.text)].join(" ") + body + (office.country ? `, ${office.country}` : "") + at;
  };
  document.entities.forEach((entity, i) => {
    if (entity.kind !== "PER") return;
    const offices = document.offices.filter((office) => office.entity === i);
    const words = offices.flatMap((o) => [place(o.post, "post"), ...(o.body ? [place(o.body, "post")] : [])]);
    facts.push({ ...named(document, entity, words), lines: [...new Set(offices.map(post))] });
  });
  for (const office of document.offices) {
    if (office.entity !== null && document.entities[office.entity]?.kind === "PER") continue;
    const words = [place(office.person, "main"), place(office.post, "post"), ...(office.body ? [place(office.body, "post")] : [])];
    facts.push({ lead: [{ text: flat(office.person.text), role: "who" }], lines: [post(office)], places: words });
  }
  return facts;
}

function actors(document) {
  return document.entities.filter((entity) => entity.kind === "ORG" || entity.kind === "LOC").map((entity) => named(document, entity));
}

/** Who takes part: the full name for a short one or a pronoun, and beside a description such as "the island". */
function participant(document, { start, end, text, entity }, role) {
  const words = flat(text);
  const name = entity === null ? words : (document.entities[entity]?.name ?? words);
  const [short, full] = [words.toLowerCase(), name.toLowerCase()];
  const pronoun = document.mentions.some((m) => m.kind === "PRON" && m.start === start && m.end === end);
  if (pronoun) return { text: name, role };
  if (short.includes(full)) return { text: words, role };
  return { text: full.includes(short) ? name : `${words} (${name})`, role };
}

function list(pieces) {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [{ text: i === pieces.length - 1 ? " and " : ", " }, piece]));
}

function happening(document, event, index) {
  const part = (words, role) => list(words.map((p) => participant(document, p, role)));
  const trigger = { text: event.trigger.map((w) => flat(w.text)).join(" … "), role: "did" };
  const pieces = [part(event.actor, "who"), [trigger], part(event.recipient, "whom")].filter((p) => p.length > 0);
  const lead = pieces.flatMap((p, i) => (i === 0 ? p : [{ text: " " }, ...p]));
  if (event.place) lead.push({ text: ", at " }, participant(document, event.place, "where"));
  const time = event.time === null ? undefined : document.times[event.time];
  const speakers = document.claims.find((claim) => claim.kind === "event" && claim.item === index)?.speakers ?? [];
  return {
    lead,
    tags: [...new Set([[CLASSES[event.class] ?? event.class, event.mode].filter(Boolean).join(": "), event.class])],
    doubt: sure(event) ? "" : doubt(event),
    note: speakers.length === 0 ? "" : `according to ${speakers.map((s) => (s.source.length === 0 ? "somebody not named" : flat(join(s.source)))).join(", quoting ")}`,
    places: [
      ...places(event.trigger, "main"), ...places(event.actor, "who"), ...places(event.recipient, "whom"), ...places(event.cues, "cue"),
      ...(event.place ? [place(event.place, "where")] : []), ...(time ? [place(time, "when")] : []),
    ],
  };
}

/** Whether the text, or whoever it quotes, states it flatly. */
function sure({ status, certainty }) {
  return ["actual", "reported"].includes(status) && ["CT+", "U"].includes(certainty);
}

function doubt({ status, certainty }) {
  return [...new Set([STATUSES[status] ?? status, CERTAINTIES[certainty]])].filter(Boolean).join(", ");
}

function timeline(document) {
  const dated = document.events.map((event, i) => ({ event, fact: happening(document, event, i), i }));
  const order = ({ event }) => event.earliest ?? event.latest ?? "~";
  dated.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.i - b.i));
  return dated.map(({ event, fact }) => ({ ...fact, group: when(event) || "No date given" }));
}

function sayings(document) {
  const depth = (attribution, limit = 9) => {
    const parent = attribution.parent === null ? undefined : document.attributions[attribution.parent];
    return parent && limit > 0 ? 1 + depth(parent, limit - 1) : 0;
  };
  return document.attributions.map((attribution) => {
    const name = attribution.entity === null ? undefined : document.entities[attribution.entity]?.name;
    const source = flat(join(attribution.source));
    const who = source && name && !source.toLowerCase().includes(name.toLowerCase()) ? `${source} (${name})` : source;
    return {
      lead: [{ text: who || "Nobody named", role: "who" }, { text: " " }, { text: flat(join(attribution.cue)), role: "did" }],
      quote: flat(join(attribution.content)),
      tags: [KINDS[attribution.kind] ?? attribution.kind],
      level: depth(attribution),
      places: [...places(attribution.content, "main"), ...places(attribution.source, "who"), ...places(attribution.cue, "did")],
    };
  });
}

function uncertain(document) {
  const facts = document.events.map((event, i) => [event, i]).filter(([event]) => !sure(event));
  return facts.map(([event, i]) => {
    const fact = happening(document, event, i);
    return { ...fact, because: event.cues.length > 0 ? flat(join(event.cues)) : "" };
  });
}

function unread(document) {
  return document.unread.map((words) => ({ quote: flat(words.text), places: [place(words, "main")] }));
}

function noticed(document) {
  const repairs = document.repairs.map((repair) => ({
    lead: [{ text: `Read “${flat(repair.text)}” as “${flat(repair.reading)}”` }],
    tags: ["repair"],
    places: [place(repair, "main")],
  }));
  const remarks = document.diagnostics.map((remark) => ({
    lead: [{ text: remark.message }],
    tags: [remark.code],
    note: remark.hint,
    places: remark.span ? [place(remark.span, "main")] : [],
  }));
  return [...remarks, ...repairs];
}
