import { forecastPlan, type RunBudgets } from '../../forecast/forecast-plan.ts';
import { type MeasuredWork, measureWork } from '../../forecast/measured-work.ts';
import type { Desired } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import { type DestinationWork, hasWork } from '../../plan/destination-work.ts';

/** Measures each destination while it is at hand; all else of it may be forgotten. */
export class WorkMeter {
  readonly #budgets: RunBudgets | undefined;
  /** The vendor's list has at least those of the manifest, once they are made. */
  readonly #vendorObjects: number;
  readonly #measured: MeasuredWork[] = [];

  constructor({ budgets, desired }: { readonly budgets?: RunBudgets; readonly desired: Desired }) {
    this.#budgets = budgets;
    this.#vendorObjects = desired.destinations.filter(({ engine }) => engine === 'native').length;
  }

  measure(work: DestinationWork): DestinationWork {
    if (this.#budgets && hasWork(work)) this.#measured.push(measureWork(work, this.#vendorObjects));
    return work;
  }

  forecast(plan: Plan): Plan {
    const forecast = this.#budgets && forecastPlan(plan, this.#measured, this.#budgets);
    return forecast ? { ...plan, forecast } : plan;
  }
}
