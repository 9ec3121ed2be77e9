import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { URL_FORMATS } from './known-urls.ts';

/** A range of a text that has the format of a known credential. */
export type FormatMatch = { readonly start: number; readonly end: number; readonly kind: string };

const PREFIX = '@secretlint/secretlint-rule-';

/** secretlint's scanners, by their short names, and what they find in words. */
const KINDS: { readonly [rule: string]: string } = {
  aws: 'an AWS secret access key',
  gcp: 'a Google Cloud key',
  privatekey: 'a private key',
  npm: 'an npm token',
  basicauth: 'a user name and password in a URL',
  slack: 'a Slack token',
  sendgrid: 'a SendGrid key',
  shopify: 'a Shopify key',
  stripe: 'a Stripe key',
  github: 'a GitHub token',
  gitlab: 'a GitLab token',
  grafana: 'a Grafana token',
  openai: 'an OpenAI key',
  anthropic: 'an Anthropic key',
  groq: 'a Groq key',
  huggingface: 'a Hugging Face token',
  linear: 'a Linear key',
  notion: 'a Notion token',
  '1password': 'a 1Password token',
  'database-connection-string': 'a database address with a password',
  'hashicorp-vault': 'a Vault token',
  vercel: 'a Vercel token',
  databricks: 'a Databricks token',
  docker: 'a Docker token',
  figma: 'a Figma token',
  cloudflare: 'a Cloudflare token',
  tailscale: 'a Tailscale key',
};

const KINDS_BY_MESSAGE: { readonly [message: string]: string } = {
  AWSAccessKeyID: 'an AWS access key id',
  IncomingWebhook: 'the address of a Slack webhook',
};

/** What secretlint does not know, or leaves out as too likely to be nothing. */
const MORE: readonly (readonly [format: RegExp, kind: string])[] = [
  ...URL_FORMATS,
  // secretlint weighs the content first, and does not know encrypted keys.
  [/-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]?)*[A-Za-z0-9+/=]{40,}/g, 'a private key'],
  [/\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g, 'a Google API key'],
  [/\bya29\.[0-9A-Za-z_-]{30,}/g, 'a Google access token'],
  [
    /\bhttps?:\/\/(?:[^\s/:@<>{}"'$%]|%[0-9A-F]{2}){1,256}:(?:[^\s/@<>{}"'$%*]|%[0-9A-F]{2}){4,256}@/gi,
    'a user name and password in a URL',
  ],
  [/\bhttps?:\/\/(?=[\w-]*\d)[\w-]{20,256}:?@/gi, 'a token in a URL'],
  // Backwards from the first dot: forwards each "eyJ" of a long text without dots would be followed to its end.
  [/\.(?<=\b(eyJ[\w-]{10,})\.)eyJ[\w-]{10,}\.[\w-]{20,}/g, 'a JSON web token'],
];

// `secretlint-disable` inside a story must not silence anything: what may pass stands in the manifest, with a reason.
const SCANNERS = rules
  .filter(({ meta }) => meta.id !== `${PREFIX}filter-comments`)
  .map((rule) => ({
    id: rule.meta.id,
    rule,
    options: rule.meta.id === `${PREFIX}aws` ? { enableIDScanRule: true } : {},
  }));

/** Everything in a text that has the format of a known credential. */
export async function findKnownFormats(content: string): Promise<readonly FormatMatch[]> {
  const { messages } = await lintSource({
    source: { filePath: 'story', content, contentType: 'text' },
    options: { config: { rules: SCANNERS }, noPhysicFilePath: true },
  });
  const found = messages
    // The number of an account is no secret.
    .filter(({ messageId }) => messageId !== 'AWSAccountID')
    .map(({ ruleId, messageId, range: [start, end] }) => ({ start, end, kind: kindOf(ruleId, messageId) }));
  const more = MORE.flatMap(([format, kind]) =>
    [...content.matchAll(format)].map(({ index, 0: match, 1: before = '' }) => {
      return { start: index - before.length, end: index + match.length, kind };
    }),
  );
  return [...found, ...more];
}

function kindOf(ruleId: string, messageId: string): string {
  const rule = ruleId.replace(PREFIX, '');
  return KINDS_BY_MESSAGE[messageId] ?? KINDS[rule] ?? `a secret (${rule})`;
}
