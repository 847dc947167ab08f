import { CubaruError, Dictionaries, Edtf, KnowledgeBase, read, readBytes, Reader, Texts, times, type Allen, type Claim, type CodedEvent, type DictionaryProblem, type Document, type DocumentJson, type Event, type EventFact, type EventQuery, type FindingKind, type Merged, type ReadOptions, type Span, type Time, type Word } from "cubaru";
import init, { initSync, read as readOnPage } from "cubaru/web";

const options: ReadOptions = { title: "A visit", published: "2023-04-22", authors: ["A. Writer"], limit: 1_000_000 };
const document: Document = read("Lavrov visited Cuba on Thursday.", options);
const triggers: string[] = document.events.flatMap((event: Event) => event.trigger.map((words) => words.text));
const dates: (string | null)[] = document.events.map((event) => event.date);
const places: string[] = document.events.flatMap((event) => (event.place === null ? [] : [event.place.text]));
const spans: readonly Span[] = document.tokens;
const parts: ("headline" | "byline" | "dateline" | "body" | "author-note" | "source-line")[] = document.parts.map((part) => part.kind);
const uncertain: Event[] = document.events.filter((event) => event.certainty !== "CT+" || event.status === "negated");
const claims: readonly Claim[] = document.claims;
const unit: "utf16" = document.unit;
const date: string | undefined = document.date?.edtf;
const again: Document = read(document.text, document.source);
const json = JSON.parse(document.toJson()) as DocumentJson;
const version: number = json.version;
const words: readonly Word[] = Reader.english().words(["Cuba", "signed"]);
const subjects: boolean[] = words.map((word) => word.upos === "PROPN" && word.relation === "nsubj");
const head: number | null = document.tokens[0]!.head;
const conllu: string = document.conllu();
const own: Reader = Reader.english().withRules("verb restructure obj=debt | DEBT | subj -> to | political | Zambia restructured its debt to China. | It rained.");
const said: readonly Claim[] = own.read("Ghana restructured its debt to Japan.").claimsBy("GHA");
const found: readonly Time[] = times("Lavrov left on Friday.", { anchor: "2023-06-04" });
const june = new Edtf("2023-06?");
const relation: Allen | null = new Edtf(found[0]!.edtf ?? "2023").relation(june);
const first: string | null = june.earliest;
const dictionaries = new Dictionaries({ "verbs.txt": "--- VISIT [042] ---\nVISIT\n" });
const problems: readonly DictionaryProblem[] = dictionaries.problems;
const coded: readonly CodedEvent[] = document.code(dictionaries).events;
const lines: string[] = coded.map((event) => `${event.source.code} ${event.entry.file}:${event.entry.line} ${problems.length}`);
const base = new KnowledgeBase();
const added: boolean = base.add(document);
const question: EventQuery = base.events().of("CONSULT", "AGREE").between("2022").status("actual").office("foreign minister", "CUB");
const visits: readonly EventFact[] = question.rows();
const speakers: (string | null)[] = base.claims().kind("event").rows().flatMap((claim) => claim.speakers.map((voice) => voice.name));
const kinds: FindingKind[] = base.check(Reader.english()).map((finding) => finding.kind);
const who: readonly Merged[] = base.who("Lavrov");
const june22: number | undefined = base.events().network().edges[0]?.months["2022-06"];
const failed: string[] = new Texts([document.text]).verify(base).failures.map((failure) => failure.problem);
console.log(added, visits, speakers, kinds, who, june22, failed, base.tenures().post("minister").rows()[0]?.country, base.export("json").length);
using freed: Document = Reader.english().withLimit(10).readBytes(new TextEncoder().encode("Cuba."), null);

try {
  readBytes(new Uint8Array());
} catch (error) {
  if (error instanceof CubaruError) {
    const { code, span, hint }: { code: string; span: Span | undefined; hint: string } = error;
    console.error(code, span?.start, hint);
  }
}

await init();
await init({ module_or_path: new URL("https://example.org/cubaru_bg.wasm") });
initSync({ module: new Uint8Array() });
readOnPage("Cuba.").free();
console.log(triggers, dates, places, spans, parts, uncertain, claims, unit, date, again.words({ start: 0, end: 4 }), version, freed, subjects, head, conllu, relation, first, said);
