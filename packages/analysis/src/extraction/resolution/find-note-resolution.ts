import { readNotes } from '../read-notes.ts';
import { isUnsuccessful } from './judge-remedy.ts';

/** Verbs of what ends a failure, and hardly ever causes one */
const remedies =
  'rolled (?:it |this |that )?back|roll(?:ed)? ?back|reverted|undone|undid|waited it out|rolled (?:all |the )?(?:pods|nodes|proxies)|restarted|rebooted|bounced|recycled|redeployed|re-deployed|rescheduled|killed|terminated|cancelled|canceled|aborted|drained|cordoned|failed over|flushed|purged|cleared|cleaned up|truncated|renewed|reissued|re-issued|replaced|reset|restored|repaired|corrected|re-?ran|re-?run|replayed|requeued|re-?authori[sz]ed|re-?indexed|unblocked|unlocked|freed|muted|paused|throttled|rate[- ]limited|pinned|downgraded|hot ?fixed|patched|skipped|parked|topped up|allow(?:ed|[- ]?listed)|whitelisted|granted|reattached|put back|warmed|refunded|voided';
/** Verbs of what may end a failure as well as cause one */
const changes =
  'bumped|raised|increased|doubled|halved|cut|lowered|reduced|scaled(?: (?:up|down|out|in|back))?|added|removed|deleted|dropped|rotated|swapped|stopped|resumed|switched(?: it)?(?: (?:off|over|back))?|turned (?:\\w+ )?off|flipped (?:it )?(?:off|back)|disabled|enabled|attached|detached|moved|shifted|rerouted|limited|narrowed|widened|created|uploaded|stored|resized|grown|extended|upgraded|released|updated|merged|set|took|gave|let';
/** Words that may stand before the verb */
const subject =
  '(?:(?:we|i|they|someone|somebody|on-?call|(?:the |our )?(?:team|provider|vendor|upstream|support)|(?:has|have|had|just|then|now|finally|manually|temporarily|also|simply|quickly)) ){0,3}';

const label =
  /^(?:fix|fixed|the fix|solution|resolution|resolved|remedy|mitigation|mitigated|what (?:fixed|helped))\s?[:=–—-]\s?(?!none|unknown|tbd|n\/a|pending)\S/u;
/** Matches a change that ended the failure, such as “fixed by api#21” and “api#21 is live, errors gone”. */
const byReference =
  /^(?:fixed|resolved|solved|mitigated|reverted|rolled back|undone|restored) (?:\w+ )?(?:by|with|in|via|through) \S|^\S+#\d+ (?:is |was |got )?(?:live|merged|deployed|released|shipped|out|rolled out)\b/u;
/** Matches what an organisation outside did, which people report when it ended the failure: “provider raised the limit”. */
const byOthers =
  /^(?:the |our )?(?:provider|vendor|supplier|upstream|carrier|host(?:er)?|registrar) (?:has |have |just |now )?(?:raised|increased|lifted|fixed|restored|repaired|reverted|rolled back|reset|renewed|unblocked|replaced|rerouted|enabled|re-?enabled)\b/u;
const begins = new RegExp(`^${subject}(?:${remedies})\\b`, 'u');
const beginsWithChange = new RegExp(`^${subject}(?:${changes})\\b`, 'u');
/** Matches a thing and what was done to it, such as “statement cancelled” and “permission added, uploads replayed”. */
const done = new RegExp(
  `^(?:[\\w/.'’()-]+ ){1,5}?(?:(?:was|were|been|got) )?(?:${remedies}|${changes}|back to \\S+)(?=\\s*(?:[,;.!]|again\\b|back\\b|by hand\\b|by (?:the|our|their) |manually\\b|for (?:now|today|tonight)\\b|to (?:\\w+ ){1,3}for now|at \\d|$))`,
  'u',
);
const former =
  /^(?:all )?back (?:to|on) (?:what it was|the (?:old|previous|former|last))|^(?:the )?(?:old|older|previous|former|last good)\b.{0,60}\b(?:back|again|active|rolled out|serv(?:es|ing|ed))\b/u;
const helped = /^(?!nothing|none|no\b).{3,60} (?:helped|did it|did the trick|fixed it|solved it|brought it back)\b/u;
const byItself =
  /^(?:it )?(?:(?:auto|self)[- ]?(?:resolved|recovered|healed)|(?:recovered|went away|cleared|resolved) (?:on its own|by itself|itself))\b|^\w+ (?:are|is) back since\b|^.{2,40} (?:reports?|reported|says?|confirms?|confirmed) (?:all clear|it (?:is )?(?:resolved|fixed)|recovery)\b/u;
/** Matches a clause that says that the failure was over. */
const over =
  /(?:^|[,;.–—→]\s?|\band )(?:[\w'’-]+ ){0,4}(?:ok|okay|fine|good|green|healthy|stable|normal|calm|gone|clear|recover(?:s|ed)|works?|working|up|settled|faded|flat|drained|scheduled|flows?|flowing|back|resolved|fixed|replayed|melts|breathes|0|zero|again|(?:0|no|zero) [\w-]+|caught up)(?: (?:again|now|elsewhere|since .{1,20}|at .{1,12}|from now on|by .{1,12}))?[.!]?$/u;
/** Matches actions by hand or backwards, which rarely cause a failure. */
const manual =
  /^(?:re-?)?\w+ed\b.*\bby hand\b|\b(?:by hand|manually|by force|by script|by (?:the|our|their) (?:\w+ )?(?:provider|vendor|support|upstream|carrier|host)|again|for (?:now|today|tonight|the (?:night|day|weekend))|until|to make (?:room|place))\b|\b(?:back|off)\b(?: to\b|[,.]|$)/u;
/** Matches a change of the priority, and an action that did harm, or that happened to the system. */
const noRemedy =
  /^(?:raised|lowered|escalated|set|moved|bumped) (?:it |this )?to (?:p|sev)|\b(?:not|never|no longer|nothing)\b|n['’]t\b|\bkilled (?:while|at|by|again|with)\b|\bby (?:accident|mistake)\b|\bsince then (?!.*\b(?:ok|fine|green|stable|normal|calm)\b)/u;
const watching = /\b(?:watching|monitoring|to see|let['’]s see|hoping|fingers crossed)\b/u;

const strengths = { labelled: 4, ended: 3, acted: 2, changed: 1 } as const;

/** Returns the short note that says what ended the failure; null if no note does. A later note is better than an equal earlier one. */
export function findNoteResolution(report: string): string | null {
  const notes = readNotes(report);
  let best: { readonly quote: string; readonly strength: number } | null = null;
  for (const [at, { quote, text }] of notes.entries()) {
    const strength =
      isUnsuccessful(text) || isUnsuccessful(notes[at + 1]?.text ?? '') ? 0 : rate(text, isLast(at, notes.length));
    if (strength > 0 && strength >= (best?.strength ?? 0)) best = { quote, strength };
  }
  return best?.quote ?? null;
}

/** Number of last notes in which a change counts as the end of the failure although nothing says so */
const lastNotes = 3;

function isLast(at: number, count: number): boolean {
  return at >= count - lastNotes;
}

function rate(text: string, isLate: boolean): number {
  if (watching.test(text) || noRemedy.test(text)) return 0;
  if (label.test(text)) return strengths.labelled;
  const isAction = begins.test(text) || done.test(text) || former.test(text);
  const isChange = beginsWithChange.test(text);
  if ([byReference, byOthers, helped, byItself].some((kind) => kind.test(text))) return strengths.ended;
  if ((isAction || isChange) && over.test(text)) return strengths.ended;
  if (begins.test(text) || former.test(text) || ((isAction || isChange) && manual.test(text))) return strengths.acted;
  return isChange && isLate ? strengths.changed : 0;
}
