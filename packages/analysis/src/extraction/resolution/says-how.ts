const isOver =
  /\b(?:resolved|mitigated|recover(?:ed|y|ing)|fixed|restored|normal|healthy|ended|over|available|back)\b/iu;
const means =
  /\b(?:by|after|once(?!\s+(?:again|more))|when|since|because|via|using|through|roll\w*|revert\w*|restart\w*|reboot\w*|deploy\w*|scal\w+|rais\w+|increas\w+|add\w*|remov\w+|disabl\w+|block\w*|switch\w*|replac\w+|drain\w*|clean\w*|renew\w*|rotat\w+|merged?|patch\w*|itself|self)\b/iu;

/** Matches times with words that otherwise state a means, as in “by 7:30 UTC”, “since 00:53” and “once creations worked normally”. */
const times =
  /\b(?:by|since) (?:(?:approximately|about|around|roughly) )?(?:\d[\d:.]*|noon|midnight|then)|\b(?:once|when|after|as) [^.;]{0,80}\b(?:normal(?:ly)?|recovered|healthy|confirmed|stable)\b/giu;

/** Returns whether a resolution says more than that the failure is over, as “The degradation has been mitigated.” does. */
export function saysHow(quote: string): boolean {
  return means.test(quote.replace(times, ' ')) || !isOver.test(quote);
}
