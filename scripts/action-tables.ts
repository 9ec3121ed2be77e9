import { parse } from 'yaml';
import { between, code, table } from './markdown-table.ts';

type Described = { readonly [name: string]: { readonly description: string; readonly default?: string } };

/** A page with its tables of inputs and outputs as `action.yml` has them. */
export function withActionTables(page: string, actionYml: string): string {
  const { inputs, outputs }: { readonly inputs: Described; readonly outputs: Described } = parse(actionYml);
  return between(between(page, 'action-inputs', inputTable(inputs)), 'action-outputs', outputTable(outputs));
}

function inputTable(inputs: Described): string {
  return table(
    ['input', 'default', 'description'],
    Object.entries(inputs).map(([name, input]) => [code(name), code(input.default ?? ''), input.description]),
  );
}

function outputTable(outputs: Described): string {
  return table(
    ['output', 'description'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  );
}
