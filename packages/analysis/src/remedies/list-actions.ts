/** Clauses of a resolution that say why something failed, what an action was for, what was found or what is planned. */
const others: readonly RegExp[] = [
  /\b(?:due to|because(?: of)?|caused by|as a result of|triggered by|root cause\w*|which caused|causing|in order to)\b[^,;.\n]*?(?=,|;|\.|\n|\band (?:\w+ly )?\w+(?:ed|ing)\b|$)/giu,
  /\b(?<!(?:due|able|unable|began|begin|started|continued|required) )to (?:prevent|avoid|reduce|ensure|mitigate|improve|allow|handle|address|relieve|alleviate|investigate|prepare|monitor|confirm|check|see|find|trigger|speed|support|help)\b[^,;.\n]*?(?=[,;.\n]|\b(?:we|they)\b|$)/giu,
  /\brestor(?:ed|ing|es?) (?:(?:the|full|normal|our|its) ){0,2}(?:health|service|services|availability|functionality|connectivity|operations?|access|traffic)\b[^,;.\n]*?(?=[,;.\n]|\b(?:and|by|after)\b|$)/giu,
  /\b(?:(?:that|which) (?:enabled|allowed|let)|(?:confirmed|verified|tested) (?:that|we|it)|affecting|impacting)\b[^,;.\n]*?(?=[,;.\n]|\b(?:and|(?:is|was|were|has|have) (?:been )?\w+ed)\b|$)/giu,
  /\bso (?:that )?(?:they|it|we|all|every|the|new|pods?|clients?|users?|traffic)\b[^,;.\n]*/giu,
  /\b(?:will|would|should|can|could|might|may|(?:attempt|plan)(?:s|ed|ned|ing|ning)? to|tr(?:y|ied|ying) to|going to|expect(?:s|ed)? to)\b[^,;.\n]*|['’]ll\b[^,;.\n]*/giu,
  /\b(?:not|no|without|never|unable to|failed to|did not|didn['’]t) (?:\w+ ){0,2}\w+/giu,
];

/** Matches what separates two actions of a passage. */
const boundary = /\n|[.;,](?=\s|$)|\b(?:and|then|before|after which|while|followed by)\b/iu;

/** Lists the parts of a passage that can each state an action, without what was planned or was the reason. */
export function listActions(passage: string): string[] {
  const stated = others.reduce((text, clause) => text.replace(clause, ' '), passage);
  return stated.split(boundary).filter((part) => part.trim() !== '');
}
