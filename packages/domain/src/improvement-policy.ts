import { z } from 'zod';
import { WorkingTime } from './cost.ts';
import { FullRepositoryName } from './repository-name.ts';

/** GitHub allows labels of 50 characters. A comma would split the label in a query for issues by label. */
const LabelName = z.string().regex(/^[^,\s][^,]{0,48}$/u, 'must be a label of 1 to 49 characters without a comma');

/** `propose`: a person approves each issue first. `auto`: the policy approves issues within its limits. */
export const PolicyMode = z.enum(['propose', 'auto']);

/** The maximum number of names in `notesFor`. */
export const maxIncidentNoteServices = 1_000;

/** An organisation's rules for which patterns get an issue, and for opening the issues. */
export const ImprovementPolicy = z
  .strictObject({
    mode: PolicyMode.default('propose'),
    /** Whether Refrain only lists its writes to providers instead of sending them. Webhooks are still set up. */
    dryRun: z.boolean().default(false),
    /** The minimum number of episodes within the last `windowDays` days that a pattern needs to get an issue. */
    minEpisodes: z.number().int().min(2).max(1_000).default(3),
    /** The number of past days in which episodes are counted. */
    windowDays: z.number().int().min(7).max(3_650).default(365),
    /**
     * The minimum confidence, 0 to 1, that a pattern needs to get an issue. In generated organisations, 191 of 200
     * patterns above the default were right (all episodes were the same failure), but only 8 of 28 patterns below it.
     */
    minConfidence: z.number().min(0).max(1).default(0.8),
    /** Minimum people-hours that a pattern must have cost to get an issue. Rising and returned patterns are exempt. */
    minPeopleHours: z.number().min(0).max(100_000).default(8),
    /** The maximum number of open issues in mode `auto`. At this number, the policy opens no further issue. */
    maxOpen: z.number().int().min(0).max(10_000).default(10),
    /** The maximum number of open issues per repository in mode `auto`. At this number, the policy opens none there. */
    maxOpenPerRepository: z.number().int().min(0).max(10_000).default(3),
    /** The maximum number of issues that the policy opens within seven days in mode `auto`. */
    maxPerWeek: z.number().int().min(0).max(10_000).default(3),
    /** The working time outside of which the policy opens no issues in mode `auto`; null for any time. */
    quietOutside: WorkingTime.nullable().default(null),
    /** The repository, as `owner/name`, in which issues are opened for patterns whose own repository is unknown. */
    fallbackRepository: FullRepositoryName.nullable().default(null),
    /** The label of every issue, by which Refrain finds its issues again. */
    label: LabelName.default('refrain'),
    /** The label by which people accept an issue. */
    acceptedLabel: LabelName.default('refrain: accepted'),
    /** The label by which people decline an issue. */
    declinedLabel: LabelName.default('refrain: not systemic'),
    /** Names of the services whose incidents get an incident note if earlier failures are similar; `*` means all. */
    notesFor: z.array(z.string().trim().min(1).max(300)).max(maxIncidentNoteServices).default([]),
    /** The email address of the PagerDuty user in whose name incident notes are written; PagerDuty requires one. */
    notesFrom: z.email().nullable().default(null),
    /** Whether open pull requests that resemble changes that failed get a pull request check. This requires a GitHub App. */
    checkPulls: z.boolean().default(false),
    /** The approximate maximum share of pull requests that get a pull request check, above 0, at most 0.1. */
    checkedShare: z.number().gt(0).max(0.1).default(0.02),
    /** What happens if the failure recurs after its fix: the issue is reopened, or a follow-up issue is opened. */
    onRecurrence: z.enum(['reopen', 'follow_up']).default('reopen'),
  })
  .superRefine(({ label, acceptedLabel, declinedLabel }, problems) => {
    const names = [label, acceptedLabel, declinedLabel].map((name) => name.toLowerCase());
    if (new Set(names).size === names.length) return;
    const message = 'must differ from the other two labels, because each has its own meaning';
    problems.addIssue({ code: 'custom', path: ['label'], message });
  });
export type ImprovementPolicy = z.infer<typeof ImprovementPolicy>;
