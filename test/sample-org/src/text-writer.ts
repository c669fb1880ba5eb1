import type { CompanyService } from './company.ts';
import { services } from './company.ts';
import { addTypo, expandTemplate, type Slots } from './grammar.ts';
import { people } from './people.ts';
import type { RandomStream } from './random-stream.ts';
import { everydaySlotTexts } from './themes/everyday.ts';

/** A writer of texts about one service. It repeats a text of a list only after all texts of the list were used. */
export interface TextWriter {
  /** Values of slots that stay the same within one episode, such as the name of a table. */
  readonly constants: Slots;
  say(template: string): string;
  sayOne(templates: readonly string[]): string;
  /** Writes a note in the style of a person in a hurry. */
  note(templates: readonly string[]): string;
}

/** Creates a writer of texts about a service. `bags` holds the unused texts; writers that must not repeat one another share it. */
export function createTextWriter(
  service: CompanyService,
  slots: Slots,
  random: RandomStream,
  bags: Map<readonly string[], string[]>,
  constants: Slots = drawConstants(slots, random),
): TextWriter {
  const peer = random.pick(services.filter(({ slug }) => slug !== service.slug));
  const topic = random.pick(service.topics);
  const context: Slots = {
    svc: random.chance(0.25) ? [service.displayName] : [service.slug],
    peer: [peer.slug],
    snake: [service.slug.replaceAll('-', '_')],
    topic: [topic],
    topicslug: [topic.replaceAll(' ', '-')],
    pod: [`${service.slug}-${random.text(9, '0123456789abcdef')}-${random.text(5, 'bcdfghjklmnpqrstvwxz')}`],
    who: people.flatMap(({ login, name }) => [`@${login}`, name, name.split(' ')[0] ?? name]),
  };
  const tables = [context, constants, slots, everydaySlotTexts];
  function take(templates: readonly string[]): string {
    let remaining = bags.get(templates);
    if (remaining === undefined || remaining.length === 0) {
      remaining = random.shuffle(templates);
      bags.set(templates, remaining);
    }
    return remaining.pop() ?? '';
  }
  const say = (template: string) => expandTemplate(template, tables, random);
  const sayOne = (templates: readonly string[]) => say(take(templates));
  return { constants, say, sayOne, note: (templates) => addTypo(sayOne(templates), random) };
}

const constantSlots = [
  'lib',
  'field',
  'env',
  'psp',
  'vendor',
  'target',
  'level',
  'column',
  'city',
  'resource',
  'secret',
  'port',
  'job',
  'campaign',
  'carrier',
  'table',
  'region',
  'ver',
];

function drawConstants(slots: Slots, random: RandomStream): Slots {
  const drawn = new Map(
    constantSlots.map((name) => [name, expandTemplate(expandTemplate(`{${name}}`, [slots], random), [], random)]),
  );
  const constants = [...drawn].filter(([name, value]) => value !== `{${name}}` && !value.includes('{'));
  const slug = (name: string) => (drawn.get(name) ?? '').toLowerCase();
  return {
    ...Object.fromEntries(constants.map(([name, value]) => [name, [value]])),
    carrierslug: [slug('carrier')],
    pspslug: [slug('psp')],
  };
}
