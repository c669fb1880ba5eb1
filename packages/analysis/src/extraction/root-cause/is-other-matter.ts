import { statesFollowUp } from '../states-follow-up.ts';

/** Matches what status pages say about their updates, and pointers to other reports. */
const statusLine =
  /\b(?:we (?:will|['’]ll) provide|provide (?:an|another|more|further)|keep you (?:updated|informed|posted)|have been investigating|(?:by|our) internal monitoring|to (?:resolve|fix|mitigate|address) (?:the|this) (?:issue|problem|incident)|we (?:have|['’]ve) (?:also )?(?:updated|improved|added|increased)|next update|further information|current details|linked to (?:a|the|another) |being merged with|(?:received|aware of) (?:a )?reports?|should be resolved|getting rolled out|please (?:restart|contact|follow|see|reach|open|try|retry|refer|visit)|regular (?:status )?updates|subject to change|start (?:&|and) end times|more details?|continu\w+ to work|(?:still )?in the process of|have an ETA|still (?:have|has) an? issue|will be undergoing|expect an interruption|can be found (?:at|under|in|here)|(?:are|is|be|was|were) (?:\w+ ){0,2}(?:beginning|starting|continuing) to|no (?:\w+ ){0,2}(?:mitigations?|workarounds?) (?:\w+ )?(?:available|known)|as of now|for (?:more|additional) (?:information|details)|try (?:again|re-?)|workarounds? (?:is|at this time)|(?:are|is|['’](?:re|s|m)|continu\w+) (?:\w+ ){0,3}(?:working|rolling|monitoring)|expect(?:ed|s)? (?:\w+ ){0,4}(?:resolution|completed?|recover\w*|resolved|mitigated|restored)|we (?:thank you|apologi[sz]e)|working to resolve|statused|an RCA|plan (?:is|was) to|(?:impact|incident|issue) (?:is|was) limited to)\b/iu;
/** Matches decisions about what to do, attempts, and investigations. */
const decision =
  /(?:\b(?:raised|opened|filed) (?:a|an|the) (?:\w+ ){0,2}(?:ticket|case|issue|request)|^(?:hence|therefore|thus|consequently|potentially)\b|\btried to|\bdecided to|\bdecision (?:that|to)|\bwe need to|\b(?:we|team|engineers) (?:are|is|continues? to) (?:\w+ )?investigat\w+)\b/iu;
/** Match sentences about what did not cause the failure, or did not fail. */
const ruledOut =
  /\b(?:(?:did|does|do) not|did ?n['’]t) (?:\w+ )?(?:resolve|fix|help|solve)\b|\brul(?:ed|ing) (?:\w+ ){0,4}out\b|\b(?:not|un)[ -]?related\b|\bred herring\b/iu;
const unaffected =
  /(?:\b(?:not|no|un)|n['’]t)[ -]?(?:\w+ ){0,2}(?:affected|impacted|impact)\b|\bno (?:\w+ ){0,3}(?:data|messages?|events?|requests?|customers?|users?) (?:\w+ ){0,2}(?:loss|lost)\b|\bas a result of (?:this|the) (?:incident|issue|outage|event)\b|\bremained (?:fully )?(?:available|operational|accessible|functional)\b|\b(?:working|operat\w+) as expected\b/iu;
/** Matches commands, addresses and labels of a workaround, which state nothing about what happened. */
const command =
  /^(?:[Ww]orkaround\b|https?:\/\/\S+$|\$ |(?:gcloud|kubectl|curl|aws|terraform|git|helm|npm|docker) [\w-]+ )|\s--\w[\w-]*[= ]/u;

/** Returns whether a sentence is about something else than what happened: an update, a decision, a later work or a command. */
export function isOtherMatter(text: string): boolean {
  return (
    statesFollowUp(text) ||
    [statusLine, decision, unaffected, ruledOut, command].some((expression) => expression.test(text))
  );
}
