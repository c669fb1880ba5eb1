import { describe, expect, test } from 'vitest';
import { findPlannedAction } from './find-planned-action.ts';

const find = (text: string) => findPlannedAction('Cart down', text);
const write = (heading: string, ...items: string[]) =>
  `# Cart down\n\n## Summary\n\nThe cart was down.\n\n## ${heading}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;

describe('findPlannedAction', () => {
  test('findPlannedAction quotes a preventive action from a list of actions', () => {
    const text = write(
      'Action items',
      'Write the incident report',
      'Add a limit on the length of the queue',
      'Pin the image',
    );
    expect(find(text)).toBe('Add a limit on the length of the queue');
  });

  test('findPlannedAction prefers an action that prevents to one that detects, and one about the title', () => {
    const items = ['Add an alert on the queue', 'Pin the version of the queue'];
    expect(find(write('Action items', ...items))).toBe('Pin the version of the queue');
    const named = write('Action items', 'Pin the version of the proxy', 'Pin the version of the queue');
    expect(findPlannedAction('Queue is stuck', named)).toBe('Pin the version of the queue');
  });

  test.each(['Refuse uploads over 590 MB', 'Fall back to the second provider', 'Route parcels to the fallback'])(
    'findPlannedAction recognises a measure without the word “add”: %s',
    (item) => {
      expect(find(write('Actions', item))).toBe(item);
    },
  );

  test.each(['Lessons learned', 'What went well', 'Immediate actions (completed)'])(
    'findPlannedAction ignores the section “%s”',
    (heading) => {
      expect(find(write(heading, 'Add an alert on the length of the queue'))).toBeNull();
    },
  );

  test.each([
    'Hold a retrospective about the monitoring',
    'Investigate why no alert was sent',
    'Should we add an alert on the queue?',
    'Disable the pipeline until the test is fixed',
  ])('findPlannedAction ignores what prevents nothing: %s', (item) => {
    expect(find(write('Follow-ups', item))).toBeNull();
  });

  test('findPlannedAction prefers an automatic measure about what failed', () => {
    const items = ['Document the process of a release', 'Add an alert on the mail queue', 'Add an alert on the cart'];
    expect(find(write('Action items', ...items))).toBe('Add an alert on the cart');
    expect(find(write('Action items', 'Document the process of a release'))).toBeNull();
    expect(find(write('Action items', 'Document how we order tea'))).toBeNull();
    expect(find(write('Action items', 'Document the order of steps if the cart is down'))).not.toBeNull();
  });

  test('findPlannedAction removes check boxes, tickets and addresses', () => {
    const items = ['[ ] Add an alert on the length of the queue - Ticket #123 done', 'Pin it'];
    expect(find(write('Next steps', ...items))).toBe('Add an alert on the length of the queue');
    const address = write('Next steps', 'Set a memory limit on each pod https://git.example/1');
    expect(find(address)).toBe('Set a memory limit on each pod');
  });

  test('findPlannedAction quotes of an action in bold type only the bold words', () => {
    const text = write(
      'Action items',
      '**Reserve memory for each pod**: This takes a few weeks, because there are many.',
    );
    expect(find(text)).toBe('Reserve memory for each pod');
  });

  test('findPlannedAction returns null for a report without a list of actions', () => {
    expect(find('The cart was down. We will add an alert on the queue.')).toBeNull();
  });
});

test('findPlannedAction finds a measure that a sentence announces if the report lists no actions', () => {
  const report =
    'The mill stopped for an hour. We are working to prevent such outages in the future. To avoid a recurrence, we are adding a limit on parallel grinding jobs.';
  expect(findPlannedAction('Mill stopped', report)).toBe(
    'To avoid a recurrence, we are adding a limit on parallel grinding jobs.',
  );
  expect(findPlannedAction('Mill stopped', 'We are working to prevent such outages in the future.')).toBeNull();
});

test.each([
  'We are working to improve our monitoring and testing to reduce our time to detection of issues like this one in the future.',
  'We are continuing to see improvements in the validation of uploads, to avoid this in the future.',
])('findPlannedAction omits an announcement that names nothing specific: %s', (sentence) => {
  expect(find(`The cart was down. ${sentence}`)).toBeNull();
});
