// Searches the text of the page. Terms, separated by spaces, must all be in one paragraph; "…" keeps a phrase together, -词
// excludes. Width, case, traditional characters, spaces and quotation marks are ignored, as huiji-tui does; a number
// matches whole numbers only.
const MARKS = "“”‘’\"'《》〈〉「」『』";
const MOST_HITS = 2000;
const main = document.getElementById("text");
const blocks = [...main.querySelector("article").children];
/** Numbers of the blocks of each paragraph; a heading that runs into its text is a block of its own. */
const paragraphs = [];
blocks.forEach((block, number) => {
  if (block.classList.contains("goes-on")) paragraphs.at(-1).push(number);
  else paragraphs.push([number]);
});
const form = document.getElementById("search");
const box = document.getElementById("query");
const told = document.getElementById("hits");
const buttons = { next: document.getElementById("next"), previous: document.getElementById("previous") };
const links = [...document.querySelectorAll("nav a")];
const words = form.dataset;

const variants = new Map();
{
  const pairs = [...main.dataset.variants];
  for (let at = 0; at + 1 < pairs.length; at += 2) variants.set(pairs[at], pairs[at + 1]);
}

// -- folding ------------------------------------------------------------------------------------

/** Return a folded text, and for each of its characters where it is in the text itself. */
function fold(text, keepsMarks) {
  let folded = "";
  const offsets = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (/\s/.test(character) || (!keepsMarks && MARKS.includes(character))) continue;
    let plain = character.normalize("NFKC").toLowerCase();
    plain = plain.length === 1 ? variants.get(plain) ?? plain : character;
    folded += plain;
    offsets.push(at);
  }
  return { folded, offsets };
}

const foldedBlocks = [new Map(), new Map()];

function foldedBlock(number, keepsMarks) {
  const kept = foldedBlocks[Number(keepsMarks)];
  if (!kept.has(number)) kept.set(number, fold(blocks[number].textContent, keepsMarks));
  return kept.get(number);
}

// -- finding ------------------------------------------------------------------------------------

function parsed(query) {
  const terms = [];
  for (const [whole] of query.matchAll(/[-－]?(?:"[^"]*"|＂[^＂]*＂|[^\s"＂]+)/g)) {
    const excluded = /^[-－]./.test(whole);
    const text = (excluded ? whole.slice(1) : whole).replace(/^["＂]|["＂]$/g, "");
    const keepsMarks = [...text].some((character) => MARKS.includes(character));
    const { folded } = fold(text, keepsMarks);
    if (folded) terms.push({ folded, keepsMarks, excluded });
  }
  return terms;
}

function cutsNumber(text, start, end) {
  return (
    (/\d/.test(text[start]) && /\d\.?$/.test(text.slice(Math.max(0, start - 2), start))) ||
    (/\d/.test(text[end - 1]) && /^\.?\d/.test(text.slice(end, end + 2)))
  );
}

function* occurrences(number, { folded, keepsMarks }) {
  const block = foldedBlock(number, keepsMarks);
  for (let at = block.folded.indexOf(folded); at >= 0; at = block.folded.indexOf(folded, at + folded.length)) {
    const end = at + folded.length;
    if (!cutsNumber(block.folded, at, end)) yield [block.offsets[at], block.offsets[end - 1] + 1];
  }
}

/** Return the hits: numbers of blocks with half-open spans that do not overlap, in the order of the text. */
function find(query) {
  const terms = parsed(query);
  const wanted = terms.filter((term) => !term.excluded);
  const excluded = terms.filter((term) => term.excluded);
  const hits = [];
  if (!wanted.length) return hits;
  for (const paragraph of paragraphs) {
    if (hits.length >= MOST_HITS) break;
    const has = (term) => paragraph.some((number) => !occurrences(number, term).next().done);
    if (!wanted.every(has) || excluded.some(has)) continue;
    for (const number of paragraph) {
      let last = 0;
      const found = wanted.flatMap((term) => [...occurrences(number, term)]);
      for (const [start, end] of found.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
        if (start < last) continue;
        hits.push({ number, start, end, marks: [] });
        last = end;
      }
    }
  }
  return hits.slice(0, MOST_HITS);
}

// -- marking ------------------------------------------------------------------------------------

let hits = [];
let current = -1;

function unmark() {
  const parents = new Set();
  for (const mark of hits.flatMap((hit) => hit.marks)) {
    parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

/** Mark the hits of a block, the last first, for a mark splits the text behind it off. */
function markBlock(number, found) {
  const walker = document.createTreeWalker(blocks[number], NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: length });
    length += walker.currentNode.data.length;
  }
  for (const hit of found.reverse()) {
    for (const { node, start } of [...nodes].reverse()) {
      const first = Math.max(hit.start - start, 0);
      const last = Math.min(hit.end - start, node.data.length);
      if (first >= last) continue;
      const part = node.splitText(first);
      part.splitText(last - first);
      const mark = document.createElement("mark");
      part.replaceWith(mark);
      mark.append(part);
      hit.marks.unshift(mark);
    }
  }
}

function markAll() {
  const byBlock = new Map();
  for (const hit of hits) byBlock.set(hit.number, [...(byBlock.get(hit.number) ?? []), hit]);
  for (const [number, found] of byBlock) markBlock(number, found);
}

function countInOutline() {
  for (const link of links) {
    const [first, last] = link.dataset.blocks.split(" ").map(Number);
    const count = hits.filter((hit) => first <= hit.number && hit.number < last).length;
    link.querySelector("span")?.remove();
    if (!count) continue;
    const label = document.createElement("span");
    label.textContent = ` ${words.inNode.replace("{}", count)}`;
    link.append(label);
  }
}

// -- moving -------------------------------------------------------------------------------------

function tell(notice = "") {
  const template = hits.length < MOST_HITS ? words.count : words.more;
  const state = hits.length
    ? template.replace("{}", current + 1).replace("{}", hits.length)
    : box.value.trim()
      ? words.none
      : "";
  told.textContent = state + (notice && `　${notice}`);
  if (hits.length) {
    const context = document.createElement("span");
    context.className = "unseen";
    context.textContent = `：${(hits[current].marks[0].closest(".s") ?? blocks[hits[current].number]).textContent}`;
    told.append(context);
  }
  for (const button of Object.values(buttons)) button.disabled = !hits.length;
}

function show(number, notice) {
  for (const mark of hits[current]?.marks ?? []) mark.classList.remove("current");
  current = number;
  for (const mark of hits[current].marks) mark.classList.add("current");
  hits[current].marks[0].scrollIntoView({ block: "center" });
  tell(notice);
}

function step(by) {
  if (!hits.length) return;
  const next = current + by;
  if (next >= hits.length) show(0, words.ended);
  else if (next < 0) show(hits.length - 1, words.begun);
  else show(next);
}

/** Search, and show the first hit from what is on the screen on. */
function search() {
  unmark();
  hits = find(box.value);
  current = -1;
  markAll();
  countInOutline();
  if (!hits.length) return tell();
  const top = form.getBoundingClientRect().bottom;
  const ahead = hits.findIndex((hit) => hit.marks[0].getBoundingClientRect().top >= top);
  return show(Math.max(0, ahead));
}

let waiting = 0;
let searched = "";

function searchNow() {
  clearTimeout(waiting);
  if (box.value === searched) return false;
  searched = box.value;
  search();
  return true;
}

form.hidden = document.getElementById("search-hint").hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
box.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (!event.isComposing) waiting = setTimeout(searchNow, 150);
});
box.addEventListener("compositionend", searchNow);
box.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (!searchNow()) step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    box.value = "";
    searchNow();
  }
});
buttons.next.addEventListener("click", () => step(1));
buttons.previous.addEventListener("click", () => step(-1));

// -- outline ------------------------------------------------------------------------------------

// On narrow screens outline and metrics are above and below the text: folded, they are not in the way.
if (matchMedia("(max-width: 69.99rem)").matches) {
  for (const part of document.querySelectorAll("nav > details, aside > details")) part.open = false;
}

/** Mark the entry of the outline that is being read. */
function follow() {
  const top = form.getBoundingClientRect().bottom + innerHeight / 4;
  let reading = null;
  for (const link of links) {
    const target = document.getElementById(link.hash.slice(1));
    if (!target || target.getBoundingClientRect().top > top) break;
    reading = link;
  }
  const marked = document.querySelector("nav [aria-current]");
  if (marked === reading) return;
  marked?.removeAttribute("aria-current");
  if (!reading) return;
  reading.setAttribute("aria-current", "location");
  const list = reading.closest("nav");
  if (list.scrollHeight > list.clientHeight) {
    const shift = reading.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (shift < 0 || shift > list.clientHeight - 40) list.scrollTop += shift - list.clientHeight / 2;
  }
}

let isWaiting = false;
addEventListener("scroll", () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    follow();
  });
}, { passive: true });
follow();
