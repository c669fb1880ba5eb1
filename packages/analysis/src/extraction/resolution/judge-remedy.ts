import { isLogLine } from '../../text/is-log-line.ts';
import { isPlanned, namesAction, type SentenceSignals } from '../read-sentence-signals.ts';
import type { SentenceWithSignals } from '../report-passages.ts';
import { statesFollowUp } from '../states-follow-up.ts';

/**
 * The role of a sentence in a statement of the resolution. An action can have ended the incident, as can an event outside the
 * organisation; a confirmation only says that the incident was over.
 */
export type RemedyRole = 'action' | 'confirmation' | 'other';

type Sentence = Pick<SentenceWithSignals, 'text' | 'signals' | 'isTimed'>;

/** Match the parts of a sentence that contain verbs of action but say what was observed, or why something failed. */
const otherClauses = [
  /\b(?:identified|noticed|noted|found|finding|discovered|observed|reali[sz]ed|reported|spotted|saw|see|alert(?:ed|s)|show(?:s|ed)|revealed|investigat\w+)\b[^.;]*?(?=,? (?:and|so|then) (?:\w+ ){0,2}\w+(?:ed|ing)\b|[.;]|$)/giu,
  /\b(?:due to|because(?: of)?|caused by|as a result of|root cause\w*|triggered by)\b[^.;,]*/giu,
  /\b(?:increas|elevat|rais)\w* (?:[\w-]+ ){0,2}(?:latenc\w+|errors?|rates?|failures?|delays?|traffic|times?|timeouts?|load|usage|pressure|demand|volumes?|numbers?)\b/giu,
  /\b(?:restarted|restarting|restarts) (?:several|multiple|many|\d+|repeatedly|again and again)\b/giu,
  /\b(?:is|are|before|while|['’]re) (?:(?:now|currently|actively|also|still|gradually) ){0,2}(?:rolling|pushing|working|deploying|applying|implementing|investigating|monitoring|seeing|waiting|continuing)\b[^.;]*/giu,
  /\b(?:issues?|problems?|incident|impact|disruption|degradation) (?:with|in|for|to|of|on|when|affecting|where)\b[^.;]*?\b(?:has|have|had|is|was|were|be|been) (?:\w+ ){0,2}(?:resolved|mitigated|fixed)\b/giu,
  /\b(?:is|are|was|were|be|been|being|fully|now) (?:(?:now|fully|also) )?(?:restored|decreasing|increasing|reducing|clearing)\b/giu,
  /\b(?:experienc\w+|period of|saw|seen) (?:[\w-]+ ){0,3}(?:de|in)creased\b[^.;,]*/giu,
  /\bnewly \w+ed\b|\bmarked (?:as )?resolved\b/giu,
  /\brestor(?:ed|ing) (?:(?:the|normal|full|our|all) ){0,2}(?:services?|availability|operations?|functionality)\b/giu,
  /\b(?:a|an|the|this|that|our|recent|new|planned|scheduled|by) (?:[\w-]+ ){0,2}(?:deployments?|releases?|changes?|updates?|upgrades?|rollouts?|migrations?|implementations?)\b/giu,
  /\b(?:experienced|returned|peaked|resulted|lasted|remained|exceeded|ended|closed|received|occurred|existed|degraded|delayed|impacted|scheduled|elevated|dropped|timed)\b/giu,
] as const;

/** Matches updates during an incident that say that it is getting better, such as “We are seeing gradual recovery”. */
const recovering =
  /\b(?:(?:are|['’]re|is|am) (?:(?:now|currently|also|still) )?(?:seeing|observing|recovering|improving)|(?:beginning|starting|begun|began|started|continu(?:e|ing)) to (?:see|observe|recover|improve))\b/iu;

/** Matches statements of a mitigation that do not say what was done, such as “We have applied a mitigation”. */
const vague =
  /\b(?:fix|mitigation|workaround|remediation)(?:e?s)? (?:(?:is|are|being|been|now) ){0,2}(?:deployed|applied|implemented|released|put in place|rolled out|rolling out)\b(?! by )|\bput (?:\w+ )?(?:fix(?:es)?|mitigations?) in place\b|\b(?:appl|implement|deploy|complet|put|roll|releas|push|land|found|identif)\w*(?: out| in place)? (?:(?:a|an|the|our|this|some|potential|initial|temporary|full|appropriate|code|further|additional) ){0,3}(?:fix(?:es)?|mitigations?|workarounds?|remediations?)\b(?! (?:that|which|by|for|in|to (?!address|resolve|mitigate|fix|restore|reduce|improve|the|this|all|our|prod)) )|\b(?:fix|mitigation|workaround|remediation)s?\b(?: \w+){0,5} (?:has|have|was|were|is|are) (?:(?:been|now|fully|successfully) ){0,3}(?:applied|deployed|implemented|rolled out|completed|performed|put in place|released)\b/giu;

/** Matches verbs such as “creating” that state no completed action, unlike those in “by creating”. */
const continuousVerb = /(?<!^|\b(?:by|after|following|started|began|through|via|manually) )\b\w+ing\b/giu;

/** Matches verbs of what operators do to end a failure, in a form that is no noun. */
const remedy =
  /\b(?:re-?(?:start|boot|rout|direct|index|siz|cycl|balanc|stor|import|build)|(?:re-?)?(?:deploy|attach|creat|generat|enabl|appl[iy]|connect|configur|provision|install|allocat)|upgrad|downgrad|renew|replac|disabl|delet|remov|kill|migrat|switch|clear|patch|merg|bump|rotat|drain|modif[iy]|block|unblock|terminat|(?:un)?cordon|promot|shift|(?:un)?paus|resum|throttl|isolat|purg|flush|correct|add|stopp|pinn|increas|decreas|reduc|rais|lower|scal|updat|chang|mov|revok|revert|roll|tun|adjust|clamp|extend|turn|spawn|clean|expand|evict|exclud|whitelist|free|optimi[sz]|mark|silenc)(?:e?d|ing)\b|\bfix(?:ed|ing) (?:the|a|an|this|its|our) (?!issue|problem|incident|bug|outage|site|error)|\b(?:rolls?|rolled|rolling|roll)(?: \w+){0,2} (?:back|over)\b|\broll-?back (?:of|to|performed|complete\w*)|\b(?:reran|re-ran|ran|took|put|brought|rebuilt|shut|reset|cut|made|set|used|perform(?:ed|ing)?)\b|\bfail(?:ed|ing)? over\b|\bmanual(?:ly)?\b|\bby the rollback\b/iu;
/** Matches an entry of a timeline in the present tense: “10:02 Ann restarts the service”. */
const remedyByPerson =
  /^[^a-z]{0,20}(?!This|It|That|Which)(?:[A-Z]\w*,? (?:and )?){1,3}(?:merges|reverts|restarts|rolls|deploys|disables|enables|promotes|removes|deletes|scales|applies|switches|adds|turns|kicks off|releases|clears|updates|increases)\b/u;

const inProgress =
  /\b(?:is|are|['’](?:re|m)|am|currently) (?:(?:now|currently|actively|also|still|gradually|in the process of) ){0,2}(?:rolling|pushing|working|deploying|applying|implementing|investigating|monitoring|reverting|restarting|scaling|rerouting|redirecting|mitigating|evaluating|improving|enhancing|expanding|adding|reviewing|strengthening|trying|looking|attempting|preparing|waiting)\b/iu;
const completed = /\b(?:have|has|had|was|were)\b(?: \w+){0,2} \w+(?:ed|n|t)\b/iu;

/** Matches words that only say that the success was not certain yet. */
const hedges =
  /\b(?:should (?:now |all )?be (?:\w+ )?(?:fixed|ok|okay|good|back|fine|resolved|working|up)|(?:may|might|could) (?:well )?have|attempt(?:ed)? at|let['’]s)\b/giu;

/** Matches sentences with words such as “confirmed” or “healthy” that do not say that anything was over. */
const continued =
  /\bthrough (?:the )?(?:website|web|API|mobile|Slack|e-?mail|phone|SMS)\b|\bconfirm\w* (?:that )?(?:(?:the|an?|this) )?(?:\w+ )?(?:issues?|problems?|incident|outage|bug)(?: (?:was|is|were|in|with)\b|$)|\bhealthy (?:enough|nodes?|instances?|pods?|hosts?|regions?|worker)\b|\bun(?:healthy|successful)\w*|\b(?:a?waiting|wait) (?:for|on|confirmation|an? )|\bpartially (?:fixed|resolved)\b|(?:\b(?:not|never)|n['’]t) (?:\w+ ){0,3}(?:fix|resolv|recover|solv)\w*|\bno longer (?:working|available|healthy)\b|\b(?:mitigation|recovery|impact|investigation) continues\b|\b(?:we|users|customers)(?:['’]re| are| may| might) still (?:see|seeing|experienc\w+)\b|\bwe (?:still |now )?expect\b/iu;

/** Matches an event outside the organisation, or the end of a failure without an action. */
const supplierEvent =
  /(?<!(?:with|in|for|affecting|of|on) )\b(?:AWS|Azure|Cloudflare|Fastly|(?:upstream|downstream|the|our|model|hosting|cloud) (?:upstream |model )?(?:provider|vendor|supplier)s?|they)(?:['’]ve)? (?:\w+ ){0,6}(?:resolved|fix(?:ed)?|recovered|mitigated|restored|healthy|back|rolled back|reverted|deployed)\b|\b(?:when|once|after) (?:the|an|our) (?:(?:up|down)stream )?(?:incident|issue|provider|vendor|supplier)\b/iu;
const selfRecovery =
  /\b(?:self|auto)[- ]?(?:resolved|recovered|healed|mitigated)\b|\b(?:recovered|resolved|healed|cleared|mitigated) (?:(?:it|them)sel(?:f|ves)|automatically|by (?:it|them)sel(?:f|ves)|on (?:its|their) own)\b|\bautomatically (?:recovered|resolved|healed|mitigated)\b/iu;
/** Matches a sentence about what operators did, in the active or passive voice. */
const byPeople =
  /^\W{0,5}\w+ed\b|\b(?:we|I|team|engineers?|responders?|operators?|they|someone)\b|\b(?:was|were|been|got) (?:\w+ly |then |also )?\w+(?:ed|ut|un|et)\b/iu;
/** Matches what ended a failure, as a noun: “recovered after the restart”, “the rollback fixed it”. */
const means =
  /\bafter (?:(?:a|an|the|another) )?(?:[\w-]+ ){0,3}(?:restarts?|reboot|roll-?back|revert|deploy\w*|apply|fix|change|update|upgrade|(?!being)\w+ing)\b|\b(?:restarts?|reboot|roll-?back|revert|change|deploy(?:ment)?|fix|update|upgrade) (?:\w+ ){0,2}(?:fix(?:e[sd])?|solv(?:e[sd])?|resolv(?:e[sd])?|brings|brought|restor(?:e[sd])?|helped)\b|\b(?:fixed|resolved|solved|mitigated|recovered|restored) (?:\w+ ){0,3}by (?:(?:\w+ly )?\w+ing\b|(?:a|an|the) (?:[\w-]+ ){0,2}(?:roll-?back|revert|restart|fix|change|roll-?out|deployment|update)\b)/iu;
/** Matches proposals, decisions and messages, which name an action that nobody has taken yet. */
const proposal =
  /^(?:(?:improve|ensure|investigate|consider|introduce|strengthen|enhance|evaluate|review|automate|document|prevent) |i\.e\.|e\.g\.|(?:if|when|note|unless|no \w+ (?:was |were )?added)\b)|\bthrough (?:the )?(?:website|web|API|mobile|Slack|e-?mail|phone|SMS)\b|\bto see (?:if|whether)\b|\b(?:(?:recommend|suggest|propos|agree|decision|decid)\w*|committed to|ask(?:s|ed|ing)|requested)\b|\b(?:responded|replied) to\b|\b(?:sent|sends|posted?|updated?)\b.{0,30}\b(?:comms|messages?|e-?mails?|status ?page|banner)\b|\bincident (?:is|was) (?:created|raised|declared|opened)\b|\b(?:accidental|inadvertent|unintention|mistaken|malformed|misconfigur)\w*\b/iu;
/** Matches attempts that did not end the failure. */
const unsuccessful =
  /n['’]t (?:really )?(?:help|work|fix|resolve|solve|improve|show)\w*|\b(?:no (?:effect|change|difference|improvement|luck)|(?:did|does|do) not (?:help|work|fix|resolve|solve|improve|show)\w*|without success|unsuccessful\w*|to no avail|in vain|tried to|fail(?:ed|s|ing)? to|fully down|still (?:fail|down|broken|see|not|no|having|unhealthy|in))\b/iu;

/** Matches notes such as “restart did nothing”. */
const noEffect = /\b(?:did|does) (?:nothing|not(?:hing)? much)\b|\bno help\b|\bstill\b/iu;

/** Matches an action that did harm, and the part of a system that was not over. */
const harmful =
  /\b(?:which|and this|and that) (?:then |also |in turn )?(?:caused|led to|resulted in|triggered)\b[^.]*\b(?:delay|fail|error|outage|lag|time-?out|overload|degrad|crash|unavailab|loss|lost|disrupt)\w*|\bremain(?:s|ed|ing)? (?:\w+ )?(?:stuck|unavailable|down|affected|degraded|failing|broken|unable|impacted|offline)\b/iu;

export function judgeRemedy({ text, signals, isTimed }: Sentence): RemedyRole {
  if (isNoStatement(text, signals)) return 'other';
  if (supplierEvent.test(text) || selfRecovery.test(text)) return 'action';
  const isOver = isEndStated(text, signals) && !recovering.test(text);
  if (isOver && means.test(text)) return 'action';
  const stated = otherClauses.reduce((rest, clause) => rest.replace(clause, ' '), text);
  const specific = isTimed ? stated : stated.replace(vague, ' ').replace(continuousVerb, ' ');
  if (isAction({ text: specific, signals, isTimed })) return 'action';
  return isOver && !('communicated' in signals) ? 'confirmation' : 'other';
}

/** Returns whether a sentence says that the incident, or a part of it, was over. */
export function isEndStated(text: string, signals: SentenceSignals): boolean {
  if ('asked' in signals || isPlanned(text.replace(hedges, ' '))) return false;
  return ['confirmed', 'resolved', 'tagged'].some((name) => name in signals) && !continued.test(text);
}

/** Returns whether a text says that an action did not end the failure. */
export function isUnsuccessful(text: string): boolean {
  return unsuccessful.test(text) || noEffect.test(text);
}

function isNoStatement(text: string, signals: SentenceSignals): boolean {
  if (isLogLine(text)) return true;
  if ('asked' in signals || isPlanned(text.replace(hedges, ' '))) return true;
  if (statesFollowUp(text) || [continued, proposal, unsuccessful, harmful].some((expression) => expression.test(text)))
    return true;
  return inProgress.test(text) && !completed.test(text);
}

/** @param sentence a sentence without the clauses that state no action */
function isAction({ text, signals, isTimed }: Sentence): boolean {
  const isNamed = remedy.test(text) || remedyByPerson.test(text) || ('inResolution' in signals && namesAction(text));
  if (!isNamed) return false;
  if ('communicated' in signals && (isTimed || !('byMeans' in signals))) return false;
  const isResolved = ['resolved', 'tagged'].some((name) => name in signals);
  if (!isTimed && 'caused' in signals && !isResolved) return false;
  if (isEndStated(text, signals)) return true;
  if (['denied', 'failed'].some((name) => name in signals)) return false;
  return isTimed || 'inResolution' in signals || (byPeople.test(text) && !('caused' in signals));
}
