import { expect, test } from 'vitest';
import { checkWording } from './check-wording.ts';

test.each([
  'The pod failed to start.',
  'Health checks should have failed when the disk was full.',
  'The service is fault tolerant, and a page fault led to a segmentation fault in the default handler.',
  'We have used 40 % of the error budget.',
  'Nobody is to blame for this.',
  'This is a blameless post-mortem, without blame; we do not blame the author.',
  "It was not the engineer's fault.",
  'The command was `git blame src/stupid.ts`.',
  'She wrote: "the engineer forgot to rotate the key".',
  '> The engineer forgot to rotate the key.',
  'See https://example.com/human-error/should-have-tested.',
  '```\nThe engineer forgot to rotate the key.\n```',
  '2026-01-02T03:04:05Z ERROR the operator forgot to rotate the key',
  'The issue should have been resolved for all users.',
  'You should have received an e-mail, and customers would have seen errors.',
  "Our escalation policies weren't clearly defined; the runbook is clearly labelled.",
  'It was not obvious that the flag was on.',
  'The operator failed to reconcile the resource.',
  'Lazy loading of the module failed, and a stupid default was kept.',
  'We deployed a new version at 10:02.',
  'Kafka deployed a new leader, and Terraform deleted the bucket.',
  'The job deleted the wrong directory.',
  'An alert would have prevented this.',
  'This reduces the risk of human error.',
  'The user error rate rose to 4 %.',
  'The queue is expected to clear in just over an hour.',
  "No one forgot to page us; don't forget to rotate the key.",
  'The Teams integration failed to load.',
  'The engineer could not have known that the flag was on.',
  'The engineer on call acknowledged the page.',
  'Alice noticed the alert and restored the service.',
  'Of course the two paths are different.',
  'If the Employee failed to save, the Company is kept.',
  'They failed to start within 5 minutes.',
  'Why did we not see it earlier?',
  'We failed to process 4 % of the requests.',
  'We only need to migrate the last week.',
  'It was deployed without approval gates on the cluster.',
  'Failures come from bugs, spikes, or human error.',
  'It was caused by a certificate lifecycle management failure.',
  'Who is the user impacted by this? Who noticed it?',
  'It was not clear who was responsible for bringing the service back.',
  'If someone accidentally deleted it, the backup is used.',
  'It is possible if the admin misconfigured the port.',
  'They were almost useless and caused problems; @user pointed out that it is slow.',
  'Be more careful with the return value of the call.',
  'Use them carelessly and they cause trouble.',
  'The sandbox uses the @default set of calls.',
  'Fix a typo by @jo in the manual; released by Ken.',
  'We could have missed something.',
  'The alarm came and should have been clearer, it went to the wrong channel.',
  'Liability in tort, including negligence, is excluded.',
  'Filter errors by US region; tune the laziness of the loader.',
  'Engineers took the faulty load balancer out of rotation.',
])('checkWording finds no blame in: %s', (text) => {
  expect(checkWording(text)).toEqual([]);
});

test.each([
  ['The engineer forgot to rotate the certificate.', 'omission', 'Nothing prompted anyone to rotate the certificate.'],
  [
    'It went well until Bob neglected to test it.',
    'omission',
    'It went well until nothing prompted anyone to test it.',
  ],
  ['Yuki deployed it and forgot to test it.', 'omission', 'An engineer deployed it and had no prompt to test it.'],
  ['The reviewer missed the typo.', 'omission', 'Nothing drew enough attention to the typo.'],
  ['The flag was forgotten.', 'omission', 'The flag was left out unnoticed.'],
  ['Alice deployed the new config.', 'named_person', 'An engineer deployed the new config.'],
  ['@jo pushed the new config.', 'named_person', 'An engineer pushed the new config.'],
  ["Alice's change was live.", 'named_person', 'The change was live.'],
  ['It was deployed by Alice Smith on Friday.', 'named_person', 'It was deployed by an engineer on Friday.'],
  ['It was caused by human error.', 'person_as_cause', 'It was caused by a step that nothing guarded.'],
  ['An engineer made a typo in the zone.', 'person_as_cause', 'No check caught a typo in the zone.'],
  ['The tired admin deleted the wrong disk.', 'person_as_cause', 'No guard kept anyone from deleting the wrong disk.'],
  ['We inadvertently caused an outage.', 'person_as_cause', 'No guard kept a change from causing an outage.'],
  ['The developer mistakenly removed it.', 'person_as_cause', 'No guard kept anyone from removing it.'],
  ['Bob broke the build.', 'person_as_cause', 'No guard kept a change from breaking the build.'],
  ['We should have tested it.', 'counterfactual', 'Nothing made sure that anyone had tested it.'],
  ['The team could have caught this.', 'counterfactual', 'Nothing helped with catching this.'],
  ['This should never have been merged.', 'counterfactual', 'This could be merged without a guard in the way.'],
  ['It should have been tested first.', 'counterfactual', 'It could go ahead without being tested first.'],
  ['Bob pushed bad code.', 'person_as_cause', 'No guard kept anyone from pushing bad code.'],
  ['The SRE skipped the checklist.', 'person_as_cause', 'No guard kept anyone from skipping the checklist.'],
  ['An engineer ran it without asking.', 'person_as_cause', 'No guard kept anyone from running it without asking.'],
  [
    'The root cause was the intern who ran it.',
    'person_as_cause',
    'The root cause was that no guard kept anyone from running it.',
  ],
  ['Mistakes were made by the team.', 'person_as_cause', 'Mistakes were made, unnoticed by any check.'],
  ["Didn't follow the process.", 'omission', 'Nothing prompted anyone to follow the process.'],
  ['Nobody bothered to read it.', 'omission', 'Nothing prompted anyone to read it.'],
  [
    'The DBA forgot to check it and should have been more careful.',
    'omission',
    'The DBA had no prompt to check it and should have been more careful.',
  ],
  ['The DBA forgot to check it and restarted it.', 'omission', 'The DBA had no prompt to check it and restarted it.'],
  ['Responder 1 ignored the page.', 'omission', 'Nothing made it plain that action was needed on the page.'],
  ['Yuki made a wrong assumption.', 'person_as_cause', 'No check caught a wrong assumption.'],
  ["It was the team's fault that it failed.", 'blame', 'It was a gap in the guards that it failed.'],
  ['Had the DBA read it, it would run.', 'counterfactual', 'If the process had included reading it, it would run.'],
  [
    'Bob plugged it into the wrong port.',
    'person_as_cause',
    'No guard kept anyone from plugging it into the wrong port.',
  ],
  [
    'The SRE left and ignored the page.',
    'omission',
    'The SRE left and had nothing that called for action on the page.',
  ],
  ['A fat finger took it down.', 'judgement', 'A slip that no check caught took it down.'],
  ["It was Bob's fault.", 'blame', 'It was something that no guard caught.'],
  ['Who approved this change?', 'blame', 'What allowed approving this change?'],
  ['Due to the negligence of the team, it expired.', 'judgement', 'Due to a missing guard, it expired.'],
  ['A careless mistake took it down.', 'judgement', 'A mistake took it down.'],
  ['It was a careless omission.', 'judgement', 'It was an omission.'],
  ['Obviously, the config was wrong.', 'hindsight', 'The config was wrong.'],
  ['The alert, of course, did not fire.', 'hindsight', 'The alert did not fire.'],
  ['It was obvious that it would fill up.', 'hindsight', 'It turned out that it would fill up.'],
  ['He simply had to check the log.', 'minimising', 'He had to check the log.'],
  ['It was just a typo.', 'minimising', 'It was a typo.'],
])('checkWording rewords: %s', (text, kind, suggestion) => {
  const findings = checkWording(text);
  expect(findings.map((finding) => finding.kind)).toContain(kind);
  expect(findings.map((finding) => finding.suggestion)).toContain(suggestion);
});

test.each([
  ['They should have known better.', 'counterfactual'],
  ['The engineer is responsible for the outage.', 'blame'],
  ['The blame lies with the operator.', 'blame'],
  ['The engineer was careless.', 'judgement'],
  ['We will be more careful next time.', 'judgement'],
  ['Remind all engineers to read the runbook.', 'judgement'],
  ["Why didn't you catch this?", 'blame'],
  ['The engineer panicked.', 'judgement'],
  ['It was naive to assume that it would hold.', 'judgement'],
  ['Any competent engineer would have noticed.', 'hindsight'],
])('checkWording asks a question if no rewording is safe: %s', (text, kind) => {
  const [finding] = checkWording(text);
  expect(finding).toMatchObject({ kind, edit: null });
  expect(finding?.suggestion).toMatch(/^W.*\?$/u);
});

test('checkWording begins a new sentence after a URL', () => {
  const [finding] = checkWording('It is in https://example.com/a. We should have tested it.');
  expect(finding?.suggestion).toBe('Nothing made sure that anyone had tested it.');
});

test('checkWording returns findings with a position, the words and a reason', () => {
  const text = 'At 10:02 all was well. 👍\n\n- The reviewer should have noticed that\n  the flag was on.';
  const [finding] = checkWording(text);
  expect(finding?.words).toBe('The reviewer should have noticed');
  expect(text.slice(finding?.start, finding?.end)).toBe(finding?.words);
  expect(finding?.reason).toMatch(/^\p{Lu}.*\.$/u);
});

test('checkWording takes linear time for a text of the maximum length', () => {
  const length = 200_000;
  const hostile = [
    'the engineer ',
    'should have ',
    'a'.repeat(50),
    '"',
    '`',
    '@a ',
    'Alice ',
    'not ',
    'of course, ',
    '\n',
    'who ',
  ];
  for (const piece of [...hostile, `${hostile.join('')}broke the build because of human error`]) {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const begun = process.cpuUsage();
    checkWording(text);
    expect(process.cpuUsage(begun).user / 1_000, piece).toBeLessThan(10_000);
  }
}, 120_000);
