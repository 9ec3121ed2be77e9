import { parse } from 'yaml';

type Described = { readonly [name: string]: { readonly description: string; readonly default?: string } };

/** The README with its tables of inputs and outputs as `action.yml` has them. */
export function withActionTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: { readonly inputs: Described; readonly outputs: Described } = parse(actionYml);
  return between(between(readme, 'action-inputs', inputTable(inputs)), 'action-outputs', outputTable(outputs));
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

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md lacks the markers ${open} and ${close}, in this order`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
