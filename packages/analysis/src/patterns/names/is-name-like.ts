import type { Clause } from './clauses.ts';

/** Matches words that say that something went wrong. */
export const failing =
  /\b(?:fail(?:s|ed|ing|ures?)?|errors?|expired?|expir(?:es|ing|y)|exhausted|full|missing|timed? ?outs?|timeouts?|locks?|locked|leaks?|leaking|lost|los[es]|loss|wrong|slow|stuck|denied|refused|rejected|broken?|breaks?|crash(?:es|ed|ing)?|killed|evicted|overloaded|unavailable|unreachable|down|stale|stalled|blocked|dropp?(?:s|ed|ing)?|corrupt(?:ed)?|duplicated?|twice|overlap(?:s|ped)?|exceed(?:s|ed)?|ran out|runs? out|used up|gone|never|cannot|could not|no longer|not|without|too (?:few|many|long|late|small|large)|deadlocks?|outage|degraded|degradation|unable|oom|problems?|spikes?|exhaustion|negated|delay(?:s|ed)?|lag(?:s|ged)?|late|invalid|incompatible|unknown|elevated|increased|latency)\b/iu;
/** Matches denials such as "no behaviour change expected" and "not a code bug". */
const denial =
  /^(?:not (?:an?|the|any|because|caused|related|due|during|in|on)\b|(?:no|nothing)\b.*\b(?:changes?|impact|effects?|actions?|risks?|expected|intended|needed|required|planned)$)/iu;
/** Matches clauses that state a circumstance, such as “after a quota change”, a request, or a part of a sentence. */
const beginsWithoutSubject =
  /^(?:after|before|during|following|since|until|due|because|despite|without|via|per|against|\p{Ll}+ing|please|follow|move|utilize|use|try|consider|ensure|check|retry|contact|make|see|we|we're|we’re|our|there|an? result|the result|this|that|these|those|it|its|they|one of|some of|most of|many of|all of|the (?:following|next|previous|same) \p{L}+|engineers?|exhausted|caused|triggered)\b|^[\p{Ll}\d]+\/\S/iu;
/** Matches clauses that say that a failure was over, that nothing is known, or that something is affected in any way. */
const isOver =
  /\b(?:mitigated|resolved|return(?:s|ed|ing)? to|back to|normal(?:ly)?|baseline|recover(?:s|ed|y|ing)?|fully operational|no (?:specific|known|further|new)|not known|root cause|(?:has|have) been completed|(?:is|are) (?:currently )?(?:experiencing|operating)|completed? successfully|(?:backlog|queue|errors?|alerts?|keys|lag|spikes?) (?:is |are )?gone)\b|\b(?:ok|fine|green)$/iu;
/** Matches where a value is missing, such as in “Upgrade the database from to 16” and “The error rate was and peaked”. */
const missesValue =
  /\b(?:from|of|for|with|by|at) (?:to|of|for|by|at|from|with)\b|\b(?:was|were|is|are|of|at|by|from|to|than) (?:and|or)\b|\bpeaked$/iu;

/** Matches ends of clauses that lack an object, such as “Customers were unable to create”. */
const missesObject =
  /\b(?:to|cannot|can’t|can't|not) (?:create|access|view|see|use|update|perform|modify|submit|send|get|set|start|resume)(?: (?:and|or) \w+)?$/iu;
/** Matches quantities and unnamed services, about which a clause says nothing specific. */
const saysNothing =
  /^(?:an? )?(?:maximum|average|total|peak)\b|\b(?:some|several|multiple|various) (?:[\w-]+ )?services\b/iu;

/** Matches first words of clauses that state what people did, such as “warmed the cache”. */
const action = /^(?:\p{Ll}+ed|put|sent|reset|took|made|let|cut)$/u;

/** Returns whether a clause is complete and says that something fails, rather than that it was over. */
export function isNameLike({ written }: Clause): boolean {
  const [first = ''] = written.split(' ');
  return (
    !(action.test(first) && !failing.test(first)) &&
    ![beginsWithoutSubject, isOver, denial, missesValue, missesObject, saysNothing].some((pattern) =>
      pattern.test(written),
    )
  );
}
