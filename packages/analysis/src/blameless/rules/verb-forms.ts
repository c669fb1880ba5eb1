/** Maps irregular past forms and participles to gerunds. */
const irregular = new Map(
  `been:being begun:beginning broke:breaking broken:breaking brought:bringing built:building caught:catching
  chose:choosing chosen:choosing cut:cutting did:doing done:doing found:finding gave:giving given:giving gone:going
  got:getting had:having held:holding kept:keeping known:knowing left:leaving let:letting lost:losing made:making
  misread:misreading misunderstood:misunderstanding overwritten:overwriting overwrote:overwriting paid:paying
  put:putting ran:running read:reading reset:resetting run:running seen:seeing sent:sending set:setting
  shown:showing shut:shutting spoken:speaking spun:spinning taken:taking thought:thinking told:telling took:taking
  understood:understanding went:going written:writing wrote:writing`
    .split(/\s+/u)
    .map((forms) => forms.split(':') as [past: string, gerund: string]),
);

/** Words in "-ed" that are not past forms. */
const notVerbs = new Set(
  'need feed seed speed exceed proceed succeed red bed shed embed indeed limited unlimited detailed dedicated related unexpected automated hundred unaffected'.split(
    ' ',
  ),
);

/** Returns the gerund of a past form, such as `deleting` for `deleted`; null for any other word. */
export function toGerund(past: string): string | null {
  const word = past.toLowerCase();
  const gerund = irregular.get(word);
  if (gerund !== undefined) return gerund;
  if (word.length < 4 || !word.endsWith('ed') || notVerbs.has(word)) return null;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}ying`;
  return word.endsWith('eed') ? `${word.slice(0, -1)}ing` : `${word.slice(0, -2)}ing`;
}

const acts = new Set(
  `applied approved bypassed changed chose closed committed configured copied cut deleted deployed destroyed disabled
  dropped edited enabled entered erased executed granted killed launched merged misconfigured mislabeled mislabelled mistyped
  modified moved opened overwrote picked plugged connected attached mounted published purged pushed ran rebooted released removed renamed reset restarted revoked
  scaled selected sent set shipped shut skipped started stopped switched terminated took truncated turned typed
  unplugged updated uploaded used wiped wrote gave rolled introduced`.split(/\s+/u),
);

/** Returns whether a past form names a change of the running system, such as `deleted`. */
export function isSystemChangeVerb(past: string): boolean {
  return acts.has(past.toLowerCase());
}
