import type { RandomStream } from './random-stream.ts';

export type Slots = Readonly<Record<string, readonly string[]>>;

const alternatives = /<([^<>]{0,400})>/gu;
const slot = /\{(\w{1,40})\}/gu;
const deepest = 6;

/** Expands a template. `<a|b>` is replaced by one of the alternatives, and `{name}` by a text from the first table with that name. */
export function expandTemplate(template: string, tables: readonly Slots[], random: RandomStream): string {
  let text = template;
  for (let depth = 0; depth < deepest; depth += 1) {
    const before = text;
    text = text.replace(alternatives, (_, list: string) => random.pick(list.split('|')));
    text = text.replace(slot, (whole, name: string) => {
      const options = tables.find((table) => table[name] !== undefined)?.[name] ?? derived(name, random);
      return options === null || options.length === 0 ? whole : random.pick(options);
    });
    if (text === before) break;
  }
  return text.trim();
}

/** Returns the text for a slot with a generated value, such as a number, host or time. Returns null for other slots. */
function derived(name: string, random: RandomStream): readonly string[] | null {
  const digits = (low: number, high: number) => String(random.int(low, high));
  const two = (high: number) => String(random.int(0, high)).padStart(2, '0');
  switch (name) {
    case 'n':
      return [digits(2, 9)];
    case 'nn':
      return [digits(10, 99)];
    case 'big':
      return [digits(1_000, 90_000)];
    case 'pct':
      return [digits(3, 97)];
    case 'ms':
      return [String(random.int(9, 300) * 100)];
    case 'hex':
      return [random.text(8, '0123456789abcdef')];
    case 'hexchar':
      return [random.text(1, 'abcdef')];
    case 'ip':
      return [`10.${digits(2, 250)}.${digits(2, 250)}.${digits(2, 250)}`];
    case 'host':
      return [`wk-${random.pick(['fra', 'gru', 'osl'])}-${two(60)}`];
    case 'ver':
      return [`${digits(1, 9)}.${digits(0, 30)}.${digits(0, 12)}`];
    case 'ticket':
      return [`${random.pick(['OPS', 'PLAT', 'SHIP', 'PAY'])}-${digits(100, 9_000)}`];
    case 'hhmm':
      return [`${two(23)}:${two(59)}`];
    case 'stamp':
      return [`2026-${two(8)}-1${digits(0, 9)}T${two(23)}:${two(59)}:${two(59)}Z`.replace('-00-', '-09-')];
    case 'region':
      return [random.pick(['eu-mid-1', 'eu-mid-2', 'north', 'iberia', 'apac'])];
    case 'month':
      return [random.pick(['January', 'March', 'May', 'June', 'September', 'October'])];
    case 'table':
      return [
        random.pick([
          'parcels',
          'scan_events',
          'consignments',
          'merchants',
          'quotes',
          'tour_stops',
          'journal',
          'handovers',
        ]),
      ];
    case 'carrier':
      return [random.pick(['Quickmoor', 'Zendrapost', 'Morrowvan', 'Halvabox', 'Tavaro'])];
    case 'carrierslug':
      return [random.pick(['quickmoor', 'zendrapost', 'morrowvan', 'halvabox', 'tavaro'])];
    default:
      return null;
  }
}

/** Sometimes adds a typo: two letters swapped, one letter missing, or no capital letter. */
export function addTypo(text: string, random: RandomStream): string {
  if (!random.chance(0.3)) return text;
  if (random.chance(0.3)) return text.toLowerCase();
  const words = text.split(' ');
  const index = random.int(0, words.length - 1);
  const word = words[index] ?? '';
  if (!/^[a-z]{5,}$/u.test(word)) return text;
  const at = random.int(1, word.length - 3);
  words[index] = random.chance(0.5)
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return words.join(' ');
}
