import type { ListedRevertTemplate } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';

/** Lists the templates of revert titles with the decisions about them. */
export async function listRevertTemplates({ store }: ApiDeps): Promise<ListedRevertTemplate[]> {
  const [templates, corrections] = await Promise.all([
    store.reports.listRevertTemplates(),
    store.corrections.list({ kind: 'title_template' }),
  ]);
  const decisions = new Map<string, ListedRevertTemplate['decision']>();
  for (const { id, decision, decidedAt } of corrections)
    if (decision.kind === 'title_template')
      decisions.set(keyOf(decision), { correctionId: id, areFailures: decision.areFailures, decidedAt });
  return templates.map((template) => {
    const decision = decisions.get(keyOf(template)) ?? null;
    return {
      ...template,
      decision,
      needsDecision: decision === null && template.failures > 0 && template.linked === 0,
    };
  });
}

function keyOf({ repository, template }: { readonly repository: string; readonly template: string }): string {
  return JSON.stringify([repository, template]);
}
