import { splitCamelCase } from './tokens.ts';

/** Words that are too common to distinguish services or changes. */
const common: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its may more not of on or our ' +
    'she so than that the their them then there these they this to up was we were what when which while who why will with would you your ' +
    'add added adding allow also all any bump change changed chore ci cleanup docs feat fix fixed get improve make merge new now out pull ' +
    'refactor release remove removed request revert set some support test tests update updated use used using via ' +
    'alert alerts critical down error errors failed failing failure firing high incident issue low monitor p1 p2 p3 prod production resolved service services sev1 sev2 ' +
    'src lib app apps index main package packages json yaml yml js ts tsx py go rb java md internal com io org www http https'
  ).split(' '),
);

const maxTextLength = 8_000;

/** Lists the informative words of a text in lower case and singular: `photo` and `vault` for the name `PhotoVaults`. */
export function listInformativeWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const match of splitCamelCase(text.slice(0, maxTextLength))
    .toLowerCase()
    .matchAll(/\p{L}[\p{L}\d]{1,40}/gu)) {
    const word = match[0];
    if (common.has(word) || (/\d/u.test(word) && word.length > 8)) continue;
    words.add(word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);
  }
  return words;
}
