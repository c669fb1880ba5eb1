const followUp =
  /\b(?:to|will) (?:help )?(?:prevent|avoid|reduce|minimi[sz]e|improve|detect)\b[^.]{0,80}\b(?:recurr\w+|future|again|similar|likelihood|occurrences?|detection|such)\b|\bin (?:the )?future\b|\bgoing forward\b|\blong(?:er)?[- ]term\b|\b(?:following|since|after) (?:the|this) incident\b|\bfollow[- ]?up\b|\b(?:added|adding|introduc\w+|improv\w+|expand\w+) (?:\w+ ){0,4}(?:monitoring|alert(?:s|ing)?|observability|instrumentation|tests?|testing|documentation)\b|\bpost-?mortem\b/iu;

/** Returns whether a sentence states work that people do after an incident, so that it does not happen again. */
export function statesFollowUp(sentence: string): boolean {
  return followUp.test(sentence);
}
