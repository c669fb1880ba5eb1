const isOver = /\b(?:resolved|mitigated|recovered|fixed|restored|normal|healthy|ended|over|available)\b/iu;
const means =
  /\b(?:by|after|once(?!\s+(?:again|more))|when|since|because|due|via|using|through|roll\w*|revert\w*|restart\w*|reboot\w*|deploy\w*|scal\w+|rais\w+|increas\w+|add\w*|remov\w+|disabl\w+|block\w*|switch\w*|replac\w+|drain\w*|clean\w*|renew\w*|rotat\w+|merged?|patch\w*|itself|self)\b/iu;

/** Returns whether a resolution says more than that the failure is over, as “The degradation has been mitigated.” does. */
export function saysHow(quote: string): boolean {
  return means.test(quote) || !isOver.test(quote);
}
