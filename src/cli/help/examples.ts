/** A command line that somebody may copy, and what it is for. */
export type Example = { readonly does: string; readonly line: string };

/** What `--help` of each command shows, by the names of examples/quickstart. At most 76 columns: copied as they stand. */
export const EXAMPLES: { readonly [command: string]: readonly Example[] } = {
  init: [
    { does: 'an empty scaffold in this folder', line: 'storysync init' },
    {
      does: 'with the published stories of a tenant; its key is in ORIGIN_TINES_API_KEY',
      line: 'storysync init --from https://acme.tines.com --team 7',
    },
    {
      does: "with the vendor's own sync destinations, as they are",
      line: 'storysync init --native --from https://acme.tines.com --team 7',
    },
  ],
  validate: [
    { does: 'check sync.yaml and its stories, offline', line: 'storysync validate' },
    {
      does: 'the findings of another manifest, for a script',
      line: 'storysync validate --manifest eu/sync.yaml --format json',
    },
  ],
  doctor: [
    { does: 'whether keys, teams and credentials are in place everywhere', line: 'storysync doctor' },
    {
      does: 'a customer to be, before the first sync',
      line: 'storysync doctor --destination contoso --read-timeout 30',
    },
  ],
  export: [
    { does: 'what is published on the origin, as a commit', line: 'storysync export --commit' },
    {
      does: 'add what the catalogue lacks, on a branch of its own',
      line: 'storysync export --discover --add --commit --branch new-stories',
    },
  ],
  plan: [
    { does: 'what a sync would do everywhere', line: 'storysync plan' },
    { does: 'plan some destinations, and save the plan', line: 'storysync plan --label ring=canary --out plan.json' },
  ],
  sync: [
    { does: 'apply exactly a saved plan', line: 'storysync sync --plan plan.json' },
    {
      does: 'one story at one destination',
      line: 'storysync sync --destination contoso --story phishing-triage',
    },
    { does: 'the tick of a rollout: what may go by now', line: 'storysync sync --pending' },
    {
      does: 'what fits into half an hour, longest behind first, at 300 calls a minute',
      line: 'storysync sync --time-budget 30 --rate 300',
    },
    {
      does: 'past the rollout, once, by the digest of the plan that was seen',
      line: 'storysync sync --override-rollout 3fa9b2c41d22 \\\n  --reason "incident 4711"',
    },
    {
      does: "what the manifest gives to the vendor's syncing, or takes back from it",
      line: 'storysync sync --destination contoso --takeover contoso',
    },
  ],
  status: [
    { does: 'what failed or waits, as the last runs recorded it', line: 'storysync status' },
    { does: 'ask the tenants in one region', line: 'storysync status --live --label region=eu' },
  ],
  report: [
    {
      does: 'what became of the fleet, by the status files of all shards',
      line: "storysync report --status-files 'status/*.json'",
    },
    {
      does: 'of the tick of a rollout, for a script',
      line: 'storysync report --pending --format json \\\n  --status-files status-1.json status-2.json',
    },
  ],
  diff: [
    { does: 'what the last commit changed in a story', line: 'storysync diff phishing-triage HEAD~1..HEAD' },
    {
      does: 'what a push would change at a destination',
      line: 'storysync diff phishing-triage --destination contoso',
    },
    {
      does: 'a picture of what changed, for a browser',
      line: 'storysync diff phishing-triage --format svg > change.svg',
    },
  ],
  detach: [
    {
      does: 'let a destination keep its own version of a story',
      line: 'storysync detach --destination contoso \\\n  --story phishing-triage --reason "customer tunes it"',
    },
    {
      does: 'with somebody to ask, and a reminder',
      line: 'storysync detach --destination contoso --story ioc-enrichment \\\n  --reason "own feeds" --owner @acme/soc --until 2030-01-31',
    },
  ],
  reattach: [
    {
      does: 'show what the destination would lose, then sync the story again',
      line: 'storysync reattach --destination fabrikam --story ioc-enrichment',
    },
    {
      does: 'everywhere, without asking a tenant',
      line: "storysync reattach --destination '*' --story ioc-enrichment --offline",
    },
  ],
  hold: [
    {
      does: 'push nothing to a customer during an audit',
      line: 'storysync hold --destination contoso --reason audit \\\n  --owner @acme/soc --until 2030-01-31',
    },
    {
      does: 'stop the whole fleet, in one line of the manifest',
      line: 'storysync hold --destination \'*\' --reason "incident 4711"',
    },
  ],
  release: [
    { does: 'push to it again', line: 'storysync release --destination contoso' },
    { does: 'let the fleet go; what is held by itself stays so', line: "storysync release --destination '*'" },
  ],
  rollback: [
    {
      does: 'back to the commit before its last sync; no later merge undoes it',
      line: 'storysync rollback --destination contoso \\\n  --reason "incident 4711" --owner @acme/soc',
    },
    {
      does: 'one story, to a release that was good',
      line: 'storysync rollback --destination contoso --story ioc-enrichment \\\n  --to v1.4 --reason "false positives"',
    },
  ],
  unpin: [
    { does: 'go on with the default branch', line: 'storysync unpin --destination contoso' },
    { does: 'the fleet; what is pinned by itself stays so', line: "storysync unpin --destination '*'" },
  ],
  rotate: [
    {
      does: "hand a new key to the vendor's own syncing (engine: native)",
      line: 'storysync rotate --destination contoso',
    },
    { does: 'the same for several', line: "storysync rotate --destination 'con*' fabrikam" },
  ],
  completion: [
    { does: 'for bash, in ~/.bashrc', line: 'source <(storysync completion bash)' },
    { does: 'for fish, in ~/.config/fish/config.fish', line: 'storysync completion fish | source' },
  ],
  emulator: [
    { does: 'three small tenants on port 4010', line: 'storysync emulator' },
    {
      does: 'tenants of your own, kept across restarts',
      line: 'storysync emulator --config emulator.yaml --data tenants',
    },
  ],
  demo: [
    { does: 'play the whole loop', line: 'storysync demo' },
    { does: 'keep what it says', line: 'storysync demo --no-color > demo.txt' },
  ],
};

/** What stands below the options of a command. */
export function examplesOf(command: string): string {
  const examples = EXAMPLES[command] ?? [];
  const lines = examples.flatMap(({ does, line }) => [`# ${does}`, ...line.split('\n')]);
  return lines.length === 0 ? '' : `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Below the list of commands: a day with them, at most 60 columns. */
export const OVERVIEW = `
Examples:
  # set up a repository in this folder
  storysync init
  # check sync.yaml and its stories, offline
  storysync validate
  # what is published on the origin, as a commit
  storysync export --commit
  # whether keys, teams and credentials are in place
  storysync doctor
  # what a sync would do; writes nothing, ever
  storysync plan
  # plan some destinations, then apply exactly that plan
  storysync plan --label ring=canary --out plan.json
  storysync sync --plan plan.json
  # one story at one destination
  storysync sync --destination contoso \\
    --story phishing-triage
  # back to the stories of an earlier commit
  storysync sync --at HEAD~1 --destination contoso
  # what failed or waits, as the last runs recorded it
  storysync status
  # what the last commit changed in a story
  storysync diff phishing-triage HEAD~1..HEAD
  # let a destination keep its own version of a story
  storysync detach --destination contoso \\
    --story phishing-triage --reason "customer tunes it"

Exit codes:
  0  done
  1  findings: something failed, is blocked or is invalid
  2  could not run
Keys come from the environment:
  \${CONTOSO_TINES_API_KEY} in sync.yaml names a variable.`;
