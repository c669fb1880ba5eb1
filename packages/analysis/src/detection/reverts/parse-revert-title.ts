import {
  type CommitReferences,
  countCommitReferences,
  findCommitReferences,
  toRangeAfterCommit,
} from './find-commit-references.ts';

export interface ParsedRevertTitle {
  /** How the title names the reverted change: `quoted` by title, `named` by sha or number, `described` by free text. */
  readonly form: 'quoted' | 'named' | 'described';
  /** The quoted title or the free-text description of the reverted change; null if the form is `named`. */
  readonly quoted: string | null;
  /** Whether the quoted title was cut off, so that only its beginning is known. */
  readonly isTruncated: boolean;
  /** Number of nested reverts: 1 for a plain revert, 2 for a revert of a revert. */
  readonly depth: number;
  readonly references: CommitReferences;
}

const none: CommitReferences = { commits: [], ranges: [], pulls: [] };
/** Matches `(#12)` or `#12` at the end of a title, where GitHub appends the number of the commit's own pull request. */
const ownNumber =
  /\s*(?:\((?:pull request |pr )?[#!](\d{1,9})\)|(?<!\b(?:pull request|pr|prs|merge|reverts?|reverting|reverted|back|out|undo|of|and|or)[ :]|[,&+] )[#!](\d{1,9}))\s*$/iu;
/** Matches a tag, ticket, emoji or `type(scope):` before the verb of a title. */
const prefix =
  /^(?:\[[^\]]{1,60}\]|\([^)]{1,40}\)|:[a-z_\d+-]{1,30}:|[A-Z][A-Z\d]{1,9}-\d{1,7}\b|[^\w\s"'“‘`#([]{1,4}|[\w./ -]{1,40}(?:\([^)]{1,60}\))?!?:(?=\s))[\s:,|-]*/u;
const featureType = /^(?:feat(?:ure)?|docs?|tests?)(?:\([^)]{1,60}\))?!?:/iu;
const conventional = /^revert(?:\([^)]{0,80}\))?!?:\s*/iu;
const adverbs =
  /^(?:(?:temporar(?:y|ily)|partial(?:ly)?|partly|manual(?:ly)?|fully|completely|selectively|quick(?:ly)?|emergency|automat(?:ic|ically|ed)|auto|g4|please|just|also)[\s-]+){0,3}/iu;
const verb =
  /^(?:(?<revert>revert(?:\^(?<times>\d)|s|ed|ing)?)|(?<again>(?:un|re)-?revert(?:s|ed|ing)?|re-?appl(?:y|ies|ied|ying))|(?<undo>(?:back(?:s|ed|ing)?[ -]?out|backout|roll(?:s|ed|ing)?[ -]?back|rollback|undo(?:es|ing)?|undid)(?: of)?))(?![\w-])[\s:,-]*/iu;
const openQuote = /^(?:(?:the |this |that )?(?:commit|change|pr|pull request|mr|merge request|of)\s+){0,2}["“'‘`]/iu;
const closeQuote = /["”'’`]/u;
/** Matches "Revert to <sha>" and "all changes since <sha>": the sha names the restored state, not the reverted commit. */
const backTo =
  /^(?:(?:back|us|everything|all) )*to (?:commit )?(?=[0-9a-f]{7,40}\b)|^(?:all|everything|(?:all )?changes) (?:\w+ )?(?:since|after)\b/iu;
/** Matches `reverts #12` or `Revert "x"` in the middle of a title. */
const inside =
  /(?<![\w-])(?:reverts?|reverting|reverted|backs? out|rolls? back)\s+(?:(?:the\s+)?(?:commits?|changes? (?:from|in)|prs?|pull requests?|merge)\s+)?(?=["“`]|[\w./-]{0,80}#\d|[0-9a-f]{7,40}\b)/iu;
/** Matches words before a verb like "revert" in a title that is only about a revert: "Fix tests after revert of #7". */
const talk =
  /\b(?:after|before|since|for|from|when|if|tests?|handle|handling|support|detect(?:s|ion)?|that|was|were|been|`?git|(?:how|ways?|where|able|possible|easier|allowed|option|command|script) to|explain(?:s|ed|ing)?|describ(?:es?|ed|ing)|document(?:s|ed|ing)?|mention(?:s|ed|ing)?|about)\s*$/iu;

/** Matches the rest of the name of a software feature after "revert", "rollback" or "undo": "revert button". */
const feature =
  /^(?:[-/&]|(?:and|or)\b|button|icon|modal|dialog|popup|toast|menu|bot\b|commands?\b|label|support\b|functionality|feature\b|mechanism|strateg|hooks?\b|handler|callback|endpoint|stack\b|history\b|manager|plan\b|scripts?\b|procedure|instructions|pipeline|workflow|tool|window|segment|animation|easing|mode\b|option\b|flag\b|logic\b)(?!\s+(?:changes?|fix|refactor|updates?|rework)\b)/iu;
/** Matches the object of a rollback that a program performs at run time: "Roll back transaction on error". */
const behaviour =
  /^(?:(?:the|a|an|any|all|parent|nested|outer|inner|open|failed|current|database|db)\s+){0,3}(?:transactions?|tx|txns?|savepoints?|sessions?|connections?|migrations?|deployments?|state|on|when|if|to savepoint|correctly|properly|automatically|#)\b/iu;
const predicate =
  /^(?:\w+\s+){0,2}?(?:is|are|was|were|should|must|can|cannot|will|may|does|doesn't|has|have|fails?)\b/iu;
/** Matches a condition, which shows that the title describes the behaviour of a program: "Roll back on timeout". */
const conditional =
  /^(?:\S+\s){1,3}(?:when(?:ever)?|if|unless|upon|on (?:error|failure|cancel\w*|close|blur|escape))\s|^to (?:\S+\s){1,3}(?:on|in case of) (?:an? )?(?:invalid|missing|failed|empty|unknown|unexpected|errors?|failures?|exceptions?|time-?outs?)\b/iu;
const conditionalAllowed = /\b(?:changes?|commits?|patch|back to|version)\b/iu;
/** Matches phrases that describe an undo feature of a program: "Roll back automatically", "Undo with ctrl-z". */
const byItself =
  /\b(?:automatically(?! \w+(?:ed|en)\b)|gracefully|atomically|optimistically)\b|\bwith (?:an? |the )?(?:ctrl|cmd|control|command|esc(?:ape)?|shift|keyboard|shortcut|hot-?key|gesture|swipe|shake|(?:one|single) click|back button)\b/iu;
/** Matches objects in the plural, which show that a program rolls back by rule: "Roll back failed deploys". */
const failedOnes =
  /^(?:all |any )?(?:failed|aborted|incomplete|unhealthy) (?:\w+ ){0,2}(?!tests\b|changes\b|commits\b)\w+s\b/iu;
/** Matches "back out" in the sense of leaving a part of the user interface: "Back out of the modal". */
const left =
  /^back(?:s|ed|ing)?[ -]?out of (?:the |an? |any |every )?(?:\w+ ){0,2}(?:modals?|dialogs?|pop-?ups?|drawers?|panels?|menus?|tabs?|pages?|screens?|views?|forms?|wizards?|flows?|steps?|checkouts?|rooms?|games?|editors?|search|full-?screen)\b/iu;

/** Matches objects with "a" or "each", which are not a specific change: "Reverting an order now refunds it". */
const anyOfKind =
  /^(?:an?|any|each|every)\s(?!(?:\S+\s){0,3}(?:changes?|commits?|patch(?:es)?|merges?|fix(?:es)?|updates?|bumps?|edits?|pr|tweaks?|workarounds?|experiments?)\b)/iu;
const lastAct =
  /^(?:the |your )?(?:last|latest|previous) (?:action|act|step|move|edit|operation|message|command|selection|deletion|stroke|input)\b/iu;
/** Matches the words between the verb and a colon that complete the name of a component: "Undo send: shorten delay". */
const label = /^(?:[a-z-]{1,30}\s?){1,3}:\s/u;

/** Splits the number of the commit's own pull request off the end of a title. */
export function splitOffPullRequestNumber(subject: string): { title: string; number: number | null } {
  const match = ownNumber.exec(subject);
  if (match === null || match.index === 0) return { title: subject, number: null };
  return { title: subject.slice(0, match.index).trim(), number: Number(match[1] ?? match[2]) };
}

/** Parses the title of a commit. Returns null if the title does not call the commit a revert. */
export function parseRevertTitle(subject: string): ParsedRevertTitle | null {
  let rest = subject;
  let isNamed = false;
  for (let step = 0; step < 5; step += 1) {
    const reading = readAct(rest, isNamed);
    if (reading !== null) return reading;
    const skipped = prefix.exec(rest)?.[0].length ?? 0;
    if (skipped === 0) break;
    isNamed ||= featureType.test(rest);
    rest = rest.slice(skipped);
  }
  return readInside(subject);
}

/** @param isNamed whether `feat:`, `docs:` or `test:` preceded `text`, so that "rollback" may be a feature's name */
function readAct(text: string, isNamed: boolean): ParsedRevertTitle | null {
  const typed = conventional.exec(text);
  if (typed !== null) {
    const object = text.slice(typed[0].length);
    return readAct(object, false) ?? readObject(object, 1);
  }
  const bare = text.slice(adverbs.exec(text)?.[0].length ?? 0);
  const act = verb.exec(bare);
  if (act === null) return null;
  const object = bare.slice(act[0].length);
  if (act.groups?.again !== undefined) return readAgain(object);
  const reading = readObject(object, Number(act.groups?.times ?? 1));
  if (reading === null || reading.form !== 'described') return reading;
  const isName = act.groups?.undo !== undefined;
  const title = splitOffPullRequestNumber(object).title;
  if (isName && isNamed) return null;
  if (title === '') {
    const isPlural = /(?:reverts|rollbacks|backouts)\s*$/iu.test(act[0]);
    return !isPlural && /^revert|^roll|^back|^undo/iu.test(bare) ? reading : null;
  }
  if (feature.test(title) || (isName && (behaviour.test(title) || /^(?:is|are|was)\b/iu.test(title)))) return null;
  if (/^reverted\b/iu.test(bare) && predicate.test(title)) return null;
  if (isName && predicate.test(title)) return null;
  if (/^(?:reverting|undo)\b/iu.test(bare) && anyOfKind.test(title)) return null;
  if (/^undo\b/iu.test(bare) && (label.test(title) || lastAct.test(title))) return null;
  if ((conditional.test(title) || byItself.test(text)) && !conditionalAllowed.test(title)) return null;
  if (isName && (failedOnes.test(title) || left.test(bare))) return null;
  return reading;
}

function readObject(object: string, depth: number): ParsedRevertTitle | null {
  const quoted = unquote(object);
  if (quoted !== null) {
    const { text, isCut } = quoted;
    return {
      form: 'quoted',
      quoted: text,
      isTruncated: isCut,
      depth: depth + countNestedReverts(text),
      references: none,
    };
  }
  const { title } = splitOffPullRequestNumber(object);
  const direct = title === '' ? object : title;
  const named = directReferences(direct);
  const references = backTo.test(direct) ? toRangeAfterCommit(named) : named;
  const nested = depth + (/^(?:of\s+)?(?:the\s+)?revert(?:s|ed)?\b(?!\s*$)/iu.test(direct) ? 1 : 0);
  if (countCommitReferences(references) > 0)
    return { form: 'named', quoted: null, isTruncated: false, depth: nested, references };
  return { form: 'described', quoted: direct, isTruncated: false, depth: nested, references };
}

/** Parses X in "Reapply X" as a revert of a revert. X must be quoted or begin with a type such as `fix: `. */
function readAgain(object: string): ParsedRevertTitle | null {
  const quoted = unquote(object);
  const typed = /^[\w./-]{1,30}(?:\([^)]{1,60}\))?!?:\s/u.test(object) ? splitOffPullRequestNumber(object).title : null;
  const text = quoted?.text ?? typed;
  if (text === null) return null;
  const target = `Revert "${text}"`;
  return {
    form: 'quoted',
    quoted: target,
    isTruncated: quoted?.isCut ?? false,
    depth: 1 + countNestedReverts(target),
    references: none,
  };
}

/** Finds the references to reverted changes in a title. Skips those after "in favour of", "fixes" and the like. */
function directReferences(object: string): CommitReferences {
  const end =
    /\b(?:in favou?r of|fix(?:es|ed)?|clos(?:es|ed)|refs?|references?|see|due to|because|since|until|following|caused by|reopens|and (?:add|fix))\b|\s--?\s/iu.exec(
      object,
    )?.index;
  return findCommitReferences(object.slice(0, end ?? object.length));
}

function unquote(object: string): { text: string; isCut: boolean } | null {
  const open = openQuote.exec(object);
  if (open === null) return null;
  const start = open[0].length;
  let end = object.length;
  while (end > start && !closeQuote.test(object[end - 1] ?? '')) end -= 1;
  if (end > start + 1) {
    const cut = object.slice(end).includes('…');
    return { text: object.slice(start, end - 1).trim(), isCut: cut };
  }
  const text = splitOffPullRequestNumber(object.slice(start))
    .title.replace(/(?:…|\.\.\.)$/u, '')
    .trim();
  return text.length < 3 ? null : { text, isCut: true };
}

/** Counts how often a title quotes a further revert: 1 for `Revert "x"`, 0 for `x`. */
export function countNestedReverts(title: string): number {
  let depth = 0;
  let rest = title;
  for (let step = 0; step < 8; step += 1) {
    const opened =
      /^(?:[\w./-]{1,30}(?:\([^)]{1,60}\))?!?:\s*)?(?:(revert)|(re-?apply|un-?revert))\b:?\s*["“'‘`]/iu.exec(rest);
    if (opened === null) return depth + (rest === title ? plainDepth(rest) : 0);
    depth += opened[2] === undefined ? 1 : 2;
    rest = rest.slice(opened[0].length);
  }
  return depth;
}

/** Returns the normalised title of the change that was reverted first: `x` for `Revert "Revert "X (#1)""`. */
export function findInnermostRevertedTitle(title: string): string {
  let rest = title.slice(0, 1_000);
  for (let step = 0; step < 10; step += 1) {
    const inner = splitOffPullRequestNumber(rest)
      .title.replace(
        /^(?:[\w./-]{1,30}(?:\([^)]{1,60}\))?!?:\s*)?(?:re-?apply|(?:un-?)?revert(?:s|ed|ing)?)\b:?\s*/iu,
        '',
      )
      .replace(/^["“'‘`]+|["”'’`]+$/gu, '')
      .trim();
    if (inner === rest || inner === '') break;
    rest = inner;
  }
  return normaliseChangeTitle(rest);
}

/** Returns a title in lower case without quotation marks and repeated spaces, so that titles can be compared. */
export function normaliseChangeTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[…"“”'‘’`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function plainDepth(title: string): number {
  return /^(?:[\w./-]{1,30}(?:\([^)]{1,60}\))?!?:\s*)?revert(?:s|ed)?(?:\([^)]{0,80}\))?[:\s]/iu.test(title) ? 1 : 0;
}

function readInside(subject: string): ParsedRevertTitle | null {
  const match = inside.exec(subject);
  if (match === null || talk.test(subject.slice(0, match.index))) return null;
  return readObject(subject.slice(match.index + match[0].length).replace(/\)$/u, ''), 1);
}
