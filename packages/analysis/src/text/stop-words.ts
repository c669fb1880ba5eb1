/** English words that say nothing about a failure, and parts of contractions (`don't` gives `don`). */
const words = `a about above after again against all almost also although always am an and any are aren around as at
be because been before being below between both but by can cannot could couldn d did didn do does doesn doing don done
due during each either else etc ever every few for from further get gets getting give given go goes going got had
hadn has hasn have haven having he hello her here hers herself hi him himself his how however i if in instead into is
isn it its itself just know let like ll m make many may maybe me might more most much must my myself need needs no nor
not now of off on once one only or other others our ours out over own per please quite rather re really s same see seem
seems seen several shall she should shouldn since so some somehow something still such t take than thank thanks that the
their theirs them then there therefore these they thing things think this those though through thus to together too
toward try trying two under until up upon us use used uses using ve very via want was wasn way we well were weren what
whatever when where whether which while who whom whose why will with within without won would wouldn yes yet you your
yours`;

const stopWords: ReadonlySet<string> = new Set(words.split(/\s+/u));

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
