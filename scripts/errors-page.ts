import { catalogue, type ProblemCode } from '../src/diagnostics/catalogue/index.ts';

const ROOMS: readonly (readonly [prefix: string, title: string, about: string])[] = [
  ['MAN', 'Manifest', 'What is wrong in `sync.yaml` itself.'],
  ['DES', 'Manifest and stories together', 'What only shows when the manifest and the story files are read together.'],
  ['STO', 'Story files', 'What is wrong in a story file.'],
  ['REC', 'Record types', 'What the stories of one repository say about record types.'],
  ['EXP', 'Export', 'What is wrong with the catalogue’s stories at the origin, and what may not be written to git.'],
  ['INI', 'Init', 'What keeps a repository from being set up.'],
  ['STA', 'State', 'What is wrong with recorded state. Always a warning: without state a run is slower, not wrong.'],
  ['GIT', 'Git', 'What keeps the repository from being read or committed to.'],
  ['DIF', 'Diff', 'What keeps a story from being compared.'],
  ['RUN', 'Runs', 'What keeps a command from running.'],
];

/** `docs/errors.md`: every code that storysync can print. */
export function errorsPage(): string {
  const codes = (Object.keys(catalogue) as ProblemCode[]).sort();
  const homeless = codes.filter((code) => !ROOMS.some(([prefix]) => code.startsWith(prefix)));
  if (homeless.length > 0) throw new Error(`no section for ${homeless.join(', ')}`);
  const sections = ROOMS.map(([prefix, title, about]) => {
    const rows = codes.filter((code) => code.startsWith(prefix)).map(describe);
    return `## ${title}\n\n${about}\n\n${rows.join('\n')}`;
  });
  return `# Errors and warnings

Every problem storysync reports has a code. Codes are stable: never reused, never renumbered. This page is generated from
\`src/diagnostics/catalogue/\` by \`npm run generate\`; a story's \`reason\` in plans and reports is another list, see
[lifecycle](lifecycle.md).

${sections.join('\n')}`;
}

function describe(code: ProblemCode): string {
  const { title, cause, fix } = catalogue[code];
  return `### ${code}: ${title}\n\n${cause}\n\n**What to do:** ${fix}\n`;
}
