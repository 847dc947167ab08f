import { CubaruError, Dictionaries, KnowledgeBase, read, readBytes, Reader } from "cubaru";

read(42); // wrong
read("x", { publised: "2023" }); // wrong
read("x", { published: 2023 }); // wrong
read("x", { authors: "A. Writer" }); // wrong
readBytes("x"); // wrong
new Dictionaries({ "verbs.txt": 1 }); // wrong
const document = read("x");
document.code("verbs.txt"); // wrong
document.evnts; // wrong
document.text = "y"; // wrong
document.tokens.push(); // wrong
document.tokens[0]!.kind === "wrod"; // wrong
document.events[0]!.trigger.text; // wrong
document.events[0]!.place.text; // wrong
document.events[0]!.certainty = "CT+"; // wrong
document.words(3); // wrong
new CubaruError("x"); // wrong
Reader.english("x"); // wrong
Reader.english().withRules(["verb"]); // wrong
document.claimsBy(); // wrong
const base = new KnowledgeBase();
base.add("Cuba."); // wrong
base.events().of(); // wrong
base.events().kind("event"); // wrong
base.claims().rows()[0]!.actor; // wrong
base.export(); // wrong
const code: number = document.sha256; // wrong
