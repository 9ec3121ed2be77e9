import type { Plan } from '../../model/plan.ts';
import { inMarkdown, name, say } from '../phrase.ts';
import { planTotals } from './headline.ts';

/** The job summary of one shard's plan. Its log and its plan file have the rest. */
export function shardPlanAsMarkdown({ destinations, commit }: Plan, shard: string): string {
  return `${inMarkdown(say`### Shard ${name(shard)}: ${planTotals(destinations, commit)}`)}\n`;
}
